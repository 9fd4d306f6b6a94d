// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/snapshots.h"

#include "ui/shared/heat_map.h"
#include "ui/shared/heat_overlay.h"
#include "ui/shared/match_overlay.h"
#include "ui/shared/photo_geometry.h"
#include "ui/shared/place_painter.h"
#include "ui/shared/result_list_model.h"
#include "ui/shared/theme.h"
#include "ui/shared/thumbnail_delegate.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

const QRect tile(0, 0, 140, 160);

/// One photo of 400 x 300, found with these matches.
struct Found {
    explicit Found(std::vector<MatchedPlace> matches) {
        Photo photo = madePhoto(1, "a", "1.jpg");
        photo.width = 400;
        photo.height = 300;
        model.setResults(madeSnapshot({photo}), {{{1}, 10, .9, .9, std::move(matches)}});
    }

    QImage paintedTile() const {
        const QTemporaryDir place;
        const ThumbnailLoader loader((place.path() + QStringLiteral("/no.likeness")).toStdString());
        const ThumbnailDelegate delegate(loader);
        QImage image(tile.size(), QImage::Format_RGB32);
        image.fill(Qt::gray);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = tile;
        delegate.paint(&painter, option, model.index(0));
        return image;
    }

    ResultListModel model;
};

bool isNear(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 60;
}

/// Share of the pixels along the rectangle's left side that have the colour.
double alongLeftSide(const QImage& image, const QRectF& place, const QColor& color) {
    int hits = 0;
    int all = 0;
    for (int y = static_cast<int>(place.top()) + 10; y < place.bottom() - 10; ++y, ++all)
        for (int x = static_cast<int>(place.left()) - 1; x <= static_cast<int>(place.left()) + 1; ++x)
            if (isNear(image.pixelColor(x, y), color)) {
                ++hits;
                break;
            }
    return static_cast<double>(hits) / std::max(1, all);
}

} // namespace

class TestMatchPainting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme_ = std::make_unique<Theme>(); }
    void cleanupTestCase() { theme_.reset(); }

    void aWindowIsOutlinedWhereItLiesOnTheCutTile() {
        const Rectangle window{.35, .2, .3, .5};
        const Found found({{Granularity::Region, window, 0}});
        const QRectF place = toView(window, filledPlace({400, 300}, tile));
        QVERIFY(alongLeftSide(found.paintedTile(), place, regionColor()) > .9);
        const Found nothing({});
        QVERIFY(alongLeftSide(nothing.paintedTile(), place, regionColor()) < .1);
    }

    void aWindowThatTheTileCutsIsStillSeen() {
        const Found found({{Granularity::Region, wholePhoto, 0}});
        const QRectF inside = QRectF(tile).adjusted(3, 3, -3, -3);
        QVERIFY(alongLeftSide(found.paintedTile(), inside, regionColor()) > .9);
    }

    void spotsHaveTheColourOfTheirQueryPlace() {
        const Rectangle first{.3, .1, .2, .35};
        const Rectangle second{.52, .5, .2, .35};
        const Found found({{Granularity::Part, first, 0}, {Granularity::Part, second, 1}});
        const QImage image = found.paintedTile();
        const QRectF photo = filledPlace({400, 300}, tile);
        QVERIFY(alongLeftSide(image, toView(first, photo), spotColor(0)) > .8);
        QVERIFY(alongLeftSide(image, toView(second, photo), spotColor(1)) > .8);
        QVERIFY(!isNear(spotColor(0), spotColor(1)));
    }

    void theModelTellsMatchesAndShape() {
        const Found found({{Granularity::Region, {.1, .2, .3, .4}, 0}});
        const auto matches = found.model.index(0).data(MatchesRole).value<Matches>();
        QCOMPARE(matches.size(), 1U);
        QCOMPARE(matches[0].place, (Rectangle{.1, .2, .3, .4}));
        QCOMPARE(found.model.index(0).data(ShapeRole).toSize(), QSize(400, 300));
    }

    void matchesAreOutlinedOnALargePhoto() {
        PreviewLoader previews;
        PhotoView view(previews);
        auto* overlay = new MatchOverlay(view);
        view.resize(400, 500);
        QImage photo(400, 300, QImage::Format_RGB32);
        photo.fill(Qt::darkGray);
        view.showImage(photo);
        const Rectangle window{.25, .25, .5, .5};
        overlay->setMatches({{Granularity::Region, window, 0}});
        const QRectF place = toView(window, view.photoPlace());
        QVERIFY(alongLeftSide(view.grab().toImage(), place, regionColor()) > .9);
    }

    void theHeatMapGrowsLighterAndMoreOpaqueTheMoreAPlaceAdds() {
        double lightness = -1;
        double alpha = -1;
        for (int i = 0; i <= 10; ++i) {
            const QColor color = heatColor(i / 10.0);
            QVERIFY(color.lightnessF() > static_cast<float>(lightness));
            QVERIFY(color.alphaF() > static_cast<float>(alpha));
            lightness = static_cast<double>(color.lightnessF());
            alpha = static_cast<double>(color.alphaF());
        }
    }

    void cellsThatSpeakAgainstAreTransparent() {
        const QImage image = heatImage({2, 1, {-.5F, .25F}});
        QCOMPARE(image.size(), QSize(2, 1));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QVERIFY(image.pixelColor(1, 0).alpha() > 150);
        QVERIFY(heatImage({}).isNull());
        QVERIFY(heatImage({2, 2, {1}}).isNull());
    }

    void theHeatMapLiesOverItsPhoto() {
        PreviewLoader previews;
        PhotoView view(previews);
        auto* overlay = new HeatOverlay(view);
        view.resize(400, 300);
        QImage photo(400, 300, QImage::Format_RGB32);
        photo.fill(Qt::gray);
        view.showImage(photo);
        overlay->setShares({2, 1, {0, 1}});
        const QImage shown = view.grab().toImage();
        QVERIFY(shown.pixelColor(10, 150).saturation() < 20);
        QVERIFY(shown.pixelColor(390, 150).saturation() > 100);
        overlay->clear();
        QVERIFY(isNear(view.grab().toImage().pixelColor(390, 150), Qt::gray));
    }

private:
    std::unique_ptr<Theme> theme_;
};

QTEST_MAIN(TestMatchPainting)
#include "test_match_painting.moc"
