// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/similar/verdict_book.h"

#include "core/library/verdict_repository.h"

#include <QtTest>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with six photos, searched by the first.
class TestVerdictsView : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    ThumbnailGrid* results() { return window_->find<ThumbnailGrid>("resultsGrid"); }
    int shown() { return results()->model()->rowCount(); }
    QLineEdit* note() { return window_->find<QLineEdit>("verdictNote"); }
    void undo() { window_->find<QAction>("verdictUndo")->trigger(); }

    std::vector<Verdict> stored() {
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        return *VerdictRepository(*database).all();
    }

    void searchByRow(int row) {
        window_->find<QAbstractButton>("tabPhotos")->click();
        auto* grid = window_->find<ThumbnailGrid>("photosGrid");
        grid->setCurrentIndex(grid->model()->index(row, 0));
        const QSignalSpy answered(&window_->session, &LibrarySession::searchAnswered);
        QTest::keyClick(grid, Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), indexingLimitMs);
        QTRY_VERIFY(window_->find<QAction>("verdictMatch")->isEnabled());
    }

    void press(int row, Qt::Key key) {
        results()->setCurrentIndex(results()->model()->index(row, 0));
        QTest::keyClick(results(), key);
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
        window_->find<QSlider>("threshold")->setValue(0);
    }

    void cleanupTestCase() { window_.reset(); }

    void init() { searchByRow(0); }

    void aMatchIsStampedAndKept() {
        const QModelIndex second = results()->model()->index(1, 0);
        press(1, Qt::Key_M);
        QCOMPARE(second.data(VerdictRole).toInt(), static_cast<int>(Judgement::Match));
        QTRY_COMPARE(stored().size(), std::size_t{1});
        QCOMPARE(stored().front().judgement, Judgement::Match);
        searchByRow(3);
        searchByRow(0);
        QTRY_COMPARE(results()->model()->index(1, 0).data(VerdictRole).toInt(),
                     static_cast<int>(Judgement::Match));
        undo();
        QVERIFY(!results()->model()->index(1, 0).data(VerdictRole).isValid());
        QTRY_VERIFY(stored().empty());
    }

    void theSameKeyAgainTakesTheVerdictBack() {
        const QSignalSpy steps(&window_->window.verdicts(), &VerdictBook::stored);
        press(2, Qt::Key_U);
        QVERIFY(window_->find<QAction>("verdictUndecided")->isChecked());
        press(2, Qt::Key_U);
        QVERIFY(!results()->model()->index(2, 0).data(VerdictRole).isValid());
        undo();
        undo();
        QTRY_COMPARE(steps.count(), 4);
        QVERIFY(stored().empty());
    }

    void whatDoesNotMatchIsHiddenUntilItIsAskedFor() {
        const QSignalSpy steps(&window_->window.verdicts(), &VerdictBook::stored);
        const int before = shown();
        press(before - 1, Qt::Key_N);
        QCOMPARE(shown(), before - 1);
        auto* rejected = window_->find<QToolButton>("showRejected");
        QTRY_VERIFY(rejected->isVisible());
        QVERIFY(rejected->text().contains(QLatin1Char('1')));
        rejected->click();
        QCOMPARE(shown(), before);
        rejected->click();
        undo();
        QCOMPARE(shown(), before);
        window_->find<QAction>("verdictRedo")->trigger();
        QCOMPARE(shown(), before - 1);
        undo();
        QTRY_COMPARE(steps.count(), 4);
        QVERIFY(stored().empty());
    }

    void severalResultsAreJudgedAtOnce() {
        results()->setCurrentIndex(results()->model()->index(1, 0));
        results()->selectionModel()->select(results()->model()->index(2, 0), QItemSelectionModel::Select);
        QTest::keyClick(results(), Qt::Key_M);
        QTRY_COMPARE(stored().size(), std::size_t{2});
        undo();
        QTRY_VERIFY(stored().empty());
    }

    void aNoteIsKeptWithItsVerdict() {
        QVERIFY(!note()->isEnabled());
        press(1, Qt::Key_M);
        QVERIFY(note()->isEnabled());
        note()->setFocus();
        QTest::keyClicks(note(), QStringLiteral("same sole, number 7"));
        QTest::keyClick(note(), Qt::Key_Return);
        QTRY_VERIFY(!stored().empty() && stored().front().note == "same sole, number 7");
        QCOMPARE(stored().front().judgement, Judgement::Match); // letters went into the note
        undo();
        undo();
        QTRY_VERIFY(stored().empty());
    }

    void verdictsTravelInAFile() {
        press(1, Qt::Key_M);
        QTRY_COMPARE(stored().size(), std::size_t{1});
        VerdictBook& book = window_->window.verdicts();
        QSignalSpy written(&book, &VerdictBook::written);
        const QString file = window_->place.filePath(QStringLiteral("verdicts.csv"));
        book.exportTo(file);
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(QFile::exists(file));
        undo();
        QTRY_VERIFY(stored().empty());
        book.importFrom(file);
        QTRY_COMPARE(written.count(), 2);
        QTRY_VERIFY(results()->model()->index(1, 0).data(VerdictRole).isValid());
        press(1, Qt::Key_M);
        QTRY_VERIFY(stored().empty());
    }

    void pastedPixelsHaveNoFileToKeepAVerdictOf() {
        const QSignalSpy changed(&window_->window.verdicts(), &VerdictBook::changed);
        window_->window.searchBy(
            QImage(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-1.jpg")));
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() >= 2, indexingLimitMs); // the query, then its verdicts
        QVERIFY(!window_->find<QAction>("verdictMatch")->isEnabled());
    }
};

QTEST_MAIN(TestVerdictsView)
#include "test_verdicts_view.moc"
