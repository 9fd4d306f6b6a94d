// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/photos/photo_viewer.h"
#include "ui/shared/photo_geometry.h"

#include <QWheelEvent>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with two photos, the first one opened.
class TestViewer : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    PhotoView* view() { return window_->find<PhotoView>("viewerPhoto"); }
    QWidget* viewer() { return window_->find<QWidget>("viewerView"); }
    QRectF place() { return view()->photoPlace(); }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat")}, 2);
        auto* grid = window_->find<ThumbnailGrid>("photosGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        window_->find<QAction>("open")->trigger();
        QVERIFY(QTest::qWaitForWindowExposed(&window_->window));
        QTRY_VERIFY(view()->height() > 400); // laid out
    }

    void cleanupTestCase() { window_.reset(); }

    void init() {
        view()->setView({});
        QTRY_VERIFY(!place().isEmpty() && view()->actualSizeZoom() >= 1);
    }

    void theWheelZoomsAtTheMouse() {
        const QPointF at(place().center().x(), place().top() + .3 * place().height());
        QWheelEvent wheel(at, view()->mapToGlobal(at), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view(), &wheel);
        QVERIFY(view()->view().zoom > 2);
        QVERIFY(std::abs((at.y() - place().top()) / place().height() - .3) < .02);
    }

    void aDragMovesThePhoto() {
        QTest::keyClick(viewer(), Qt::Key_Plus);
        QTest::keyClick(viewer(), Qt::Key_Plus);
        QTest::keyClick(viewer(), Qt::Key_Plus);
        const QPointF before = place().center();
        const QPoint middle = view()->rect().center();
        QTest::mousePress(view(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(view(), middle + QPoint(0, 25));
        QTest::mouseRelease(view(), Qt::LeftButton, {}, middle + QPoint(0, 25));
        QVERIFY(place().center().y() > before.y() + 15);
    }

    void zShowsAllOrThePixelsOfTheFile() {
        const QRectF all = place();
        window_->find<QToolButton>("viewerZoom")->click();
        if (view()->actualSizeZoom() > 1)
            QVERIFY(place().width() > all.width());
        QTest::keyClick(viewer(), Qt::Key_Z);
        view()->setView({});
        QCOMPARE(place(), all);
    }

    void aPhotoIsTurnedToLookAtIt() {
        const double shape = place().width() / place().height();
        QTest::keyClick(viewer(), Qt::Key_R);
        QCOMPARE(view()->quarterTurns(), 1);
        QVERIFY(std::abs(place().height() / place().width() - shape) < .02);
        QTest::keyClick(viewer(), Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(view()->quarterTurns(), 0);
    }

    void theNextPhotoIsUprightAndWhole() {
        QTest::keyClick(viewer(), Qt::Key_R);
        QTest::keyClick(viewer(), Qt::Key_Plus);
        QTest::keyClick(viewer(), Qt::Key_Right);
        QCOMPARE(view()->quarterTurns(), 0);
        QCOMPARE(view()->view(), LinkedView());
    }

    void placesTurnWithThePhoto() {
        const Rectangle corner{.1, .2, .3, .4};
        const auto near = [](const Rectangle& a, const Rectangle& b) {
            return std::abs(a.x - b.x) + std::abs(a.y - b.y) + std::abs(a.width - b.width) +
                       std::abs(a.height - b.height) <
                   1e-9;
        };
        QVERIFY(near(turned(corner, 1), {.4, .1, .4, .3}));
        QVERIFY(near(turned(corner, 2), {.6, .4, .3, .4}));
        QVERIFY(near(turned(corner, 4), corner));
    }
};

QTEST_MAIN(TestViewer)
#include "test_viewer.moc"
