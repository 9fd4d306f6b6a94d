// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include "ui/shared/photo_geometry.h"
#include "ui/similar/box_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestSimilarTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->window.addFolders(
            {window_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3)});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.snapshot()->indexedCount() == 6, indexingLimitMs);
        QTRY_COMPARE(grid("photosGrid")->model()->rowCount(), 6);
        window_->find<QSlider>("threshold")->setValue(0);
    }

    void cleanupTestCase() { window_.reset(); }

    void init() {
        QTest::mouseClick(window_->find<QToolButton>("tabPhotos"), Qt::LeftButton);
        grid("photosGrid")->setCurrentIndex(grid("photosGrid")->model()->index(0, 0));
        search([&] { QTest::keyClick(grid("photosGrid"), Qt::Key_S); });
        QTRY_VERIFY(!window_->find<PhotoView>("queryPhoto")->photoPlace().isEmpty());
    }

    void resultsAreRestrictedToAFolderAndBack() {
        auto* folder = window_->find<QComboBox>("restrictFolder");
        auto* button = window_->find<QToolButton>("restrictionButton");
        Q_EMIT button->menu()->aboutToShow();
        int shoes = 0;
        for (int i = 0; i < folder->count(); ++i)
            shoes = folder->itemText(i).endsWith(QStringLiteral("/shoes")) ? i : shoes;
        QVERIFY(shoes > 0);
        search([&] { folder->setCurrentIndex(shoes); });
        QTRY_COMPARE(grid("resultsGrid")->model()->rowCount(), 3);
        QVERIFY(button->text().contains(QLatin1Char('1')));
        search([&] { window_->find<QPushButton>("restrictClear")->click(); });
        QTRY_COMPARE(grid("resultsGrid")->model()->rowCount(), 5); // all but the query
        search([&] { window_->find<QCheckBox>("restrictNotInFolder")->click(); });
        QTRY_COMPARE(grid("resultsGrid")->model()->rowCount(), 3);
        search([&] { window_->find<QPushButton>("restrictClear")->click(); });
        QTRY_COMPARE(grid("resultsGrid")->model()->rowCount(), 5); // all but the query
    }

    void theKeysOneToFourChooseTheTool() {
        for (const auto& [key, name] : {std::pair{Qt::Key_2, "toolRegion"},
                                        {Qt::Key_4, "toolFused"},
                                        {Qt::Key_3, "toolPart"},
                                        {Qt::Key_1, "toolWhole"}}) {
            QTest::keyClick(grid("resultsGrid"), key);
            QVERIFY2(window_->find<QToolButton>(name)->isChecked(), name);
            QVERIFY(window_->find<QAction>(name)->isChecked());
        }
        QVERIFY(!window_->find<QToolButton>("toolPart")->isChecked());
    }

    void theKeysOfTheBoxAreAtHandOnceItsToolIsChosen() {
        search([&] { QTest::keyClick(grid("resultsGrid"), Qt::Key_2); });
        QCOMPARE(window_->window.focusWidget(), editor());
        const double before = editor()->boxes().front().x;
        search([&] { QTest::keyClick(window_->window.focusWidget(), Qt::Key_Right); });
        QVERIFY(editor()->boxes().front().x > before);
    }

    void aToolIsChosenByAClick() {
        search([&] { click("toolRegion"); });
        QVERIFY(editor()->isVisible());
        QCOMPARE(editor()->boxes().size(), 1U);
        QVERIFY(window_->find<QLabel>("boxText")->text().contains(QStringLiteral("60")));
        click("toolWhole");
        QVERIFY(!editor()->isVisible());
    }

    void aDraggedBoxIsSearchedBy() {
        search([&] { click("toolRegion"); });
        search([&] { drag({.25, .1}, {.75, .6}); });
        const Rectangle box = editor()->boxes().front();
        QVERIFY(std::abs(box.x - .25) < .2 && box.width > .1);
        QVERIFY(grid("resultsGrid")->model()->rowCount() > 0);
    }

    void clearTakesTheBoxesAway() {
        search([&] { click("toolRegion"); });
        auto* clear = window_->find<QToolButton>("clearBoxes");
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(editor()->boxes().empty());
        QVERIFY(!clear->isVisible());
        QCOMPARE(window_->find<QLabel>("boxText")->text(), QStringLiteral("Drag a box on the photo."));
    }

    void clicksPutSpots() {
        click("toolPart");
        search([&] { QTest::mouseClick(editor(), Qt::LeftButton, {}, at({.3, .3})); });
        search([&] { QTest::mouseClick(editor(), Qt::LeftButton, {}, at({.7, .7})); });
        QCOMPARE(editor()->boxes().size(), 2U);
        QCOMPARE(window_->find<QLabel>("boxText")->text(), QStringLiteral("2 spots"));
    }

    void weightsAreSeenInFusedAloneAndChangeTheResults() {
        auto* panel = window_->find<QWidget>("fusionPanel");
        for (const char* tool : {"toolWhole", "toolRegion", "toolPart"}) {
            click(tool);
            QVERIFY2(!panel->isVisible(), tool);
        }
        search([&] { click("toolFused"); });
        QVERIFY(panel->isVisible());
        search([&] { window_->find<QSlider>("weightRegion")->setValue(0); });
        search([&] { window_->find<QComboBox>("fusionMethod")->setCurrentIndex(1); });
        search([&] { window_->find<QComboBox>("fusionMethod")->setCurrentIndex(0); });
    }

    void photosAreAddedToTheQueryAndRemovedByTheirChips() {
        auto* results = grid("resultsGrid");
        results->setCurrentIndex(results->model()->index(0, 0));
        search([&] { window_->find<QAction>("alsoLike")->trigger(); });
        results->setCurrentIndex(results->model()->index(results->model()->rowCount() - 1, 0));
        search([&] { QTest::keyClick(results, Qt::Key_L, Qt::ShiftModifier); });
        QVERIFY(window_->find<QComboBox>("combination")->isVisible());
        auto* like = window_->find<QAbstractButton>("likeChip");
        QVERIFY(like->isVisible() && window_->find<QAbstractButton>("unlikeChip")->isVisible());
        QVERIFY(like->accessibleName().contains(QStringLiteral(".jpg")));
        search([&] { QTest::mouseClick(like, Qt::LeftButton); });
        QVERIFY(!window_->find<QComboBox>("combination")->isVisible());
        search([&] { QTest::mouseClick(window_->find<QAbstractButton>("unlikeChip"), Qt::LeftButton); });
        QVERIFY(!window_->find<QWidget>("photoChips")->isVisible());
    }

    void theContextMenuOffersBoth() {
        const QList<QAction*> offered = grid("resultsGrid")->actions();
        QVERIFY(offered.contains(window_->find<QAction>("alsoLike")));
        QVERIFY(offered.contains(window_->find<QAction>("notLike")));
        QVERIFY(window_->find<QAction>("alsoLike")->isEnabled());
    }

    void backKeepsTheToolAndItsBox() {
        search([&] { click("toolRegion"); });
        const auto box = editor()->boxes();
        search([&] {
            QTest::mouseClick(window_->find<QToolButton>("tabPhotos"), Qt::LeftButton);
            grid("photosGrid")->setCurrentIndex(grid("photosGrid")->model()->index(2, 0));
            QTest::keyClick(grid("photosGrid"), Qt::Key_S);
        });
        QVERIFY(window_->find<QToolButton>("toolWhole")->isChecked());
        search([&] { window_->find<QAction>("back")->trigger(); });
        QVERIFY(window_->find<QToolButton>("toolRegion")->isChecked());
        QCOMPARE(editor()->boxes(), box);
    }

    void whileTheBoxMovesTheSamePhotoStaysSelected() {
        search([&] { click("toolRegion"); });
        auto* results = grid("resultsGrid");
        results->setCurrentIndex(results->model()->index(2, 0));
        const qint64 photo = results->currentIndex().data(PhotoIdRole).toLongLong();
        editor()->setFocus();
        search([&] { QTest::keyClick(editor(), Qt::Key_Right); });
        QCOMPARE(results->currentIndex().data(PhotoIdRole).toLongLong(), photo);
    }

    void theMethodButtonSaysWhatIsInUse() {
        QVERIFY(window_->find<QToolButton>("methodButton")->text().contains(QStringLiteral("256")));
    }

private:
    ThumbnailGrid* grid(const char* name) { return window_->find<ThumbnailGrid>(name); }
    BoxEditor* editor() { return window_->find<BoxEditor>("boxEditor"); }
    void click(const char* tool) { QTest::mouseClick(window_->find<QToolButton>(tool), Qt::LeftButton); }

    QPoint at(Point point) {
        return toView(point, window_->find<PhotoView>("queryPhoto")->photoPlace()).toPoint();
    }

    void drag(Point from, Point to) {
        QTest::mousePress(editor(), Qt::LeftButton, {}, at(from));
        QTest::mouseMove(editor(), (at(from) + at(to)) / 2);
        QTest::mouseMove(editor(), at(to));
        QTest::mouseRelease(editor(), Qt::LeftButton, {}, at(to));
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
};

QTEST_MAIN(TestSimilarTools)
#include "test_similar_tools.moc"
