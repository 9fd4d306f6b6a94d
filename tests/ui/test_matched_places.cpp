// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include "ui/shared/heat_overlay.h"
#include "ui/shared/match_overlay.h"
#include "ui/shared/photo_geometry.h"
#include "ui/similar/box_editor.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

/// Searches a made scene by its parts: the dress in its middle is dress-3.jpg, and there are photos without
/// it.
class TestMatchedPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        photos_ = window_->copySamples({QStringLiteral("dress"), QStringLiteral("shoes")}, 3);
        for (const int number : {1, 2, 3})
            QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR
                                       "/resources/samples-made/collages/images/collage-%1.made-collage.jpg")
                            .arg(number),
                        toQString(photos_ / ("scene-" + std::to_string(number) + ".jpg")));
        window_->window.addFolders({photos_});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.snapshot()->indexedCount() == 9, indexingLimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!window_->session.isIndexing(), indexingLimitMs);
        window_->find<QSlider>("threshold")->setValue(0);
        search([&] { window_->window.searchBy(photos_ / "scene-1.jpg"); });
        QTRY_VERIFY(!window_->find<PhotoView>("queryPhoto")->photoPlace().isEmpty());
    }

    void cleanupTestCase() { window_.reset(); }

    void aRegionFindsItsPhotoAndShowsWhere() {
        search([&] { window_->find<QAction>("toolRegion")->trigger(); });
        search([&] { drag({.638, .55}, {.346, .033}); });
        QTRY_COMPARE_WITH_TIMEOUT(result(0).data().toString(), QStringLiteral("dress-3.jpg"),
                                  indexingLimitMs);
        for (int row = 0; row < 3; ++row) {
            const auto matches = result(row).data(MatchesRole).value<Matches>();
            QCOMPARE(matches.size(), 1U);
            QCOMPARE(matches[0].granularity, Granularity::Region);
        }
    }

    void theLargePreviewShowsItToo() {
        auto* grid = window_->find<ThumbnailGrid>("resultsGrid");
        grid->setCurrentIndex(result(0));
        QTest::keyClick(grid, Qt::Key_Space);
        QVERIFY(window_->find<QWidget>("viewerView")->isVisible());
        QCOMPARE(window_->find<MatchOverlay>("viewerMatches")->matches().size(), 1U);
        QTest::keyClick(window_->find<QWidget>("viewerView"), Qt::Key_Escape);
    }

    void aResultIsSearchedOnByTheWindowThatMatched() {
        auto* grid = window_->find<ThumbnailGrid>("resultsGrid");
        grid->setCurrentIndex(result(0));
        const auto matches = result(0).data(MatchesRole).value<Matches>();
        search([&] { QTest::keyClick(grid, Qt::Key_S); });
        QVERIFY(window_->find<QToolButton>("toolRegion")->isChecked());
        QCOMPARE(window_->find<BoxEditor>("boxEditor")->boxes(), std::vector{matches.at(0).place});
        search([&] { window_->find<QAction>("back")->trigger(); });
        QTRY_VERIFY(!window_->find<PhotoView>("queryPhoto")->photoPlace().isEmpty());
    }

    void aClickIsDrawnAsTheSpotThatWasSearchedBy() {
        auto* editor = window_->find<BoxEditor>("boxEditor");
        window_->find<QAction>("toolPart")->trigger();
        search([&] { QTest::mouseClick(editor, Qt::LeftButton, {}, at({.49, .25})); });
        const auto matches = result(0).data(MatchesRole).value<Matches>();
        QVERIFY(!matches.empty());
        QCOMPARE(matches[0].granularity, Granularity::Part);
        const QRectF spot = editor->viewPlace(0);
        QVERIFY(spot.contains(at({.49, .25})));
        QVERIFY(spot.width() > 12 && spot.height() > 12);
    }

    void whyAlikeIsDrawnOnThePreview() {
        search([&] { window_->find<QAction>("toolWhole")->trigger(); });
        window_->find<ThumbnailGrid>("resultsGrid")->setCurrentIndex(result(1));
        QTest::mouseClick(window_->find<QPushButton>("whyAlike"), Qt::LeftButton);
        QVERIFY(window_->find<QWidget>("whyAlikeLegend")->isVisible());
        const auto* heat = window_->window.findChild<HeatOverlay*>();
        QTRY_VERIFY_WITH_TIMEOUT(!heat->isEmpty(), indexingLimitMs);
        window_->find<ThumbnailGrid>("resultsGrid")->setCurrentIndex(result(2));
        QVERIFY(heat->isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!heat->isEmpty(), indexingLimitMs);
        QTest::mouseClick(window_->find<QPushButton>("whyAlike"), Qt::LeftButton);
        QVERIFY(heat->isEmpty());
    }

private:
    QModelIndex result(int row) {
        return window_->find<ThumbnailGrid>("resultsGrid")->model()->index(row, 0);
    }

    QPoint at(Point point) {
        return toView(point, window_->find<PhotoView>("queryPhoto")->photoPlace()).toPoint();
    }

    void drag(Point from, Point to) {
        auto* editor = window_->find<BoxEditor>("boxEditor");
        QTest::mousePress(editor, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(editor, (at(from) + at(to)) / 2);
        QTest::mouseMove(editor, at(to));
        QTest::mouseRelease(editor, Qt::LeftButton, {}, at(to));
    }

    /// Does what starts a search, and waits for its final answer.
    void search(const std::function<void()>& start) {
        bool answered = false;
        const auto connection =
            connect(&window_->session, &LibrarySession::searchAnswered, this,
                    [&](const auto& result) { answered = !result || result->stage == SearchStage::Final; });
        start();
        QTRY_VERIFY_WITH_TIMEOUT(answered, indexingLimitMs);
        disconnect(connection);
    }

    std::unique_ptr<OpenedWindow> window_;
    std::filesystem::path photos_;
};

QTEST_MAIN(TestMatchedPlaces)
#include "test_matched_places.moc"
