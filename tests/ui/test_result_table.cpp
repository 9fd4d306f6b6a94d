// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/similar/similar_workspace.h"

#include <QHeaderView>
#include <QtTest>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with six photos, searched by the first.
class TestResultTable : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    ThumbnailGrid* grid() { return window_->find<ThumbnailGrid>("resultsGrid"); }
    ResultTable* table() { return window_->find<ResultTable>("resultsTable"); }
    SimilarWorkspace* workspace() { return window_->find<SimilarWorkspace>("similarView"); }
    QAbstractItemModel& results() { return *table()->model(); }

    static PhotoId photoOf(const QModelIndex& index) { return {index.data(PhotoIdRole).toLongLong()}; }

    QStringList names() {
        QStringList all;
        for (int row = 0; row < results().rowCount(); ++row)
            all.append(results().index(row, 0).data().toString());
        return all;
    }

    void clickTitle(int column) {
        const QHeaderView* header = table()->horizontalHeader();
        table()->scrollTo(results().index(0, column));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
    }

private Q_SLOTS:
    void initTestCase() {
        QSettings().clear();
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
        window_->find<QSlider>("threshold")->setValue(0);
        auto* photos = window_->find<ThumbnailGrid>("photosGrid");
        photos->setCurrentIndex(photos->model()->index(0, 0));
        const QSignalSpy answered(&window_->session, &LibrarySession::searchAnswered);
        QTest::keyClick(photos, Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), indexingLimitMs);
        QTRY_VERIFY(window_->find<QAction>("verdictMatch")->isEnabled());
    }

    void cleanupTestCase() { window_.reset(); }

    void init() {
        workspace()->setLook(ResultsLook::Grid);
        grid()->setCurrentIndex(results().index(0, 0));
    }

    void oneButtonTurnsTheGridIntoAListAndBack() {
        QVERIFY(grid()->isVisible() && !table()->isVisible());
        window_->find<QToolButton>("resultsAsListButton")->click();
        QVERIFY(table()->isVisible() && !grid()->isVisible());
        window_->find<QAction>("resultsAsList")->trigger();
        QVERIFY(grid()->isVisible());
    }

    void bothLooksShareCurrentAndSelectedResults() {
        grid()->setCurrentIndex(results().index(2, 0));
        workspace()->setLook(ResultsLook::List);
        QCOMPARE(table()->currentIndex().row(), 2);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(results().index(1, ResultListModel::Similarity)).center());
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        workspace()->setLook(ResultsLook::Grid);
        QCOMPARE(grid()->currentIndex(), results().index(2, 0));
        QCOMPARE(grid()->selectionModel()->selectedIndexes(),
                 QModelIndexList({results().index(1, 0), results().index(2, 0)}));
    }

    void aClickOnATitleOrdersByItAndTheGridIsBestFirstAgain() {
        const QStringList bestFirst = names();
        workspace()->setLook(ResultsLook::List);
        const PhotoId current = photoOf(table()->currentIndex());
        clickTitle(ResultListModel::Name);
        QStringList sorted = bestFirst;
        sorted.sort();
        QCOMPARE(names(), sorted);
        QCOMPARE(photoOf(table()->currentIndex()), current);
        clickTitle(ResultListModel::Name);
        std::reverse(sorted.begin(), sorted.end());
        QCOMPARE(names(), sorted);
        workspace()->setLook(ResultsLook::Grid);
        QCOMPARE(names(), bestFirst);
        workspace()->setLook(ResultsLook::List);
        QCOMPARE(names(), sorted);
        clickTitle(ResultListModel::Similarity);
        QCOMPARE(names(), bestFirst);
    }

    void keysDoInTheListWhatTheyDoInTheGrid() {
        workspace()->setLook(ResultsLook::List);
        table()->setCurrentIndex(results().index(1, 0));
        QTest::keyClick(table(), Qt::Key_M);
        const QModelIndex verdict = results().index(1, ResultListModel::Verdict);
        QCOMPARE(verdict.data().toString(), QStringLiteral("Match"));
        window_->find<QAction>("verdictUndo")->trigger();
        QVERIFY(verdict.data().toString().isEmpty());
        QTest::keyClick(table(), Qt::Key_End);
        QCOMPARE(table()->currentIndex(), results().index(results().rowCount() - 1, 0));
        QTest::keyClick(table(), Qt::Key_Space);
        auto* viewer = window_->find<QWidget>("viewerView");
        QVERIFY(viewer->isVisible());
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(table()->isVisible() && table()->hasFocus());
    }

    void theListIsThereAgainAtTheNextStart() {
        workspace()->setLook(ResultsLook::List);
        table()->setColumnWidth(ResultListModel::Folder, 231);
        window_->window.close();
        MainWindow next({window_->session, window_->settings, window_->theme, window_->language});
        QCOMPARE(next.findChild<SimilarWorkspace*>()->look(), ResultsLook::List);
        QCOMPARE(next.findChild<ResultTable*>()->columnWidth(ResultListModel::Folder), 231);
        window_->window.show();
    }
};

QTEST_MAIN(TestResultTable)
#include "test_result_table.moc"
