// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/image_conversion.h"
#include "ui/shared/photo_geometry.h"

#include <QPainter>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestPhotoGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaceComesBackFromTheView() {
        const QRectF photo(13, 7, 301, 226);
        for (const Rectangle& place : {Rectangle{0, 0, 1, 1}, {.2, .3, .5, .6}, {.9, .95, .1, .05}}) {
            const Rectangle back = toPhoto(toView(place, photo), photo);
            QVERIFY(std::abs(back.x - place.x) < 1e-9 && std::abs(back.y - place.y) < 1e-9);
            QVERIFY(std::abs(back.width - place.width) < 1e-9 && std::abs(back.height - place.height) < 1e-9);
        }
    }

    void theCornersOfThePhotoAreZeroAndOne() {
        const QRectF photo(10, 20, 200, 100);
        QCOMPARE(toView(Point{0, 0}, photo), QPointF(10, 20));
        QCOMPARE(toView(Point{1, 1}, photo), QPointF(210, 120));
        QCOMPARE(toPhoto(QPointF(110, 70), photo), (Point{.5, .5}));
    }

    void whatLiesBesideThePhotoIsMovedOntoIt() {
        const QRectF photo(10, 20, 200, 100);
        QCOMPARE(toPhoto(QPointF(0, 500), photo), (Point{0, 1}));
        QCOMPARE(toPhoto(QRectF(-90, 0, 1000, 1000), photo), (Rectangle{0, 0, 1, 1}));
    }

    void aTileIsFilledByTheMiddleOfAWidePhoto() {
        const QRectF whole = filledPlace({400, 100}, {10, 10, 100, 100});
        QCOMPARE(whole, QRectF(-140, 10, 400, 100));
        QCOMPARE(filledPlace({100, 200}, {0, 0, 100, 100}).top(),
                 -40.0); // rather the upper part of a tall one
    }

    void aPlaceOnATileIsWhereItsPixelsAre_data() {
        QTest::addColumn<QSize>("photo");
        QTest::newRow("wide") << QSize(640, 300);
        QTest::newRow("tall") << QSize(300, 500);
        QTest::newRow("as the tile") << QSize(350, 400);
    }

    void aPlaceOnATileIsWhereItsPixelsAre() {
        QFETCH(QSize, photo);
        const Rectangle place{.45, .4, .1, .1};
        QImage image(photo, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter(&image).fillRect(toView(place, QRectF(QPointF(0, 0), QSizeF(photo))).toRect(), Qt::white);
        const QSize tile(140, 160);
        const QImage shown = filled(image, tile);
        const QRectF expected = toView(place, filledPlace(photo, QRectF(QPointF(0, 0), QSizeF(tile))));
        QRect white;
        for (int y = 0; y < tile.height(); ++y)
            for (int x = 0; x < tile.width(); ++x)
                if (shown.pixelColor(x, y).lightness() > 128)
                    white |= QRect(x, y, 1, 1);
        QVERIFY(std::abs(white.left() - expected.left()) <= 1.5);
        QVERIFY(std::abs(white.top() - expected.top()) <= 1.5);
        QVERIFY(std::abs(white.right() + 1 - expected.right()) <= 1.5);
        QVERIFY(std::abs(white.bottom() + 1 - expected.bottom()) <= 1.5);
    }
};

QTEST_MAIN(TestPhotoGeometry)
#include "test_photo_geometry.moc"
