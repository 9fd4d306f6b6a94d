// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/duplicates/duplicate_comparison.h"
#include "ui/duplicates/duplicate_tree_model.h"
#include "ui/duplicates/keeper_dialog.h"
#include "ui/duplicates/plan_dialog.h"

#include "core/duplicates/photo_edit.h"
#include "core/image/decoder.h"
#include "core/library/duplicate_repository.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

namespace fs = std::filesystem;

class TestDuplicatesView : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;
    fs::path photos_;

    DuplicateTreeModel& groups() {
        return *qobject_cast<DuplicateTreeModel*>(window_->find<QTreeView>("duplicateGroups")->model());
    }

    void writeCopy(const char* original, PhotoEdit edit, const char* copy) {
        const auto photo = Decoder().decodeToFit(photos_ / original, 2000);
        [&] { QVERIFY(writeFileAtomically(photos_ / copy, *editedJpeg(photo->image, edit, 1))); }();
    }

    void click(const char* button) { window_->find<QPushButton>(button)->click(); }

    void showKind(const char* chip) { window_->find<QToolButton>(chip)->click(); }

    /// Chooses what isn't suggested to keep, asks for the action and agrees to its plan.
    void act(const char* button) {
        click("chooseAllButKeepers");
        click(button);
        QTRY_VERIFY_WITH_TIMEOUT(window_->window.findChild<PlanDialog*>(), 10'000);
        click("planGo");
        QTRY_VERIFY_WITH_TIMEOUT(!window_->window.findChild<PlanDialog*>(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(window_->find<QPushButton>("duplicatesUndo")->isEnabled(), 10'000);
    }

    void undo() {
        click("duplicatesUndo");
        QTRY_COMPARE_WITH_TIMEOUT(window_->find<QLabel>("duplicateChoice")->text(), QStringLiteral("Undone"),
                                  10'000);
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        qputenv("XDG_DATA_HOME", window_->place.filePath(QStringLiteral("data")).toLocal8Bit());
        photos_ = window_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 2);
        fs::create_directories(photos_ / "copies");
        fs::copy_file(photos_ / "hat/hat-1.jpg", photos_ / "copies/hat-1.jpg");
        writeCopy("shoes/shoes-1.jpg", PhotoEdit::HalfSize, "copies/shoes-half.jpg");
        writeCopy("shoes/shoes-1.jpg", PhotoEdit::Cropped, "copies/shoes-cut.jpg");
        window_->window.addFolders({photos_});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.isIndexing(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!window_->session.isIndexing(), indexingLimitMs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->indexedCount(), 7, 10'000);
        window_->find<QToolButton>("tabDuplicates")->click();
        window_->find<QWidget>("duplicatesView")->findChild<EmptyView*>()->findChild<QPushButton*>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(groups().rowCount() > 0, indexingLimitMs);
    }

    void init() {
        showKind("kindNear");
        click("chooseNone");
    }

    void cleanupTestCase() { window_.reset(); }

    void groupsAreShownByKindWithTheirPhotosAndTheSpace() {
        const QAbstractItemModelTester tester(&groups());
        QCOMPARE(groups().rowCount(), 1);
        QCOMPARE(groups().rowCount(groups().index(0, 0)), 3);
        QVERIFY(groups().index(0, 0).data().toString().startsWith(QStringLiteral("3 photos")));
        showKind("kindExact");
        QCOMPARE(groups().rowCount(), 1);
        QCOMPARE(groups().rowCount(groups().index(0, 0)), 2);
        showKind("kindBursts");
        QCOMPARE(groups().rowCount(), 0);
        QVERIFY(window_->find<QWidget>("duplicatesView")->findChild<EmptyView*>()->isVisible());
    }

    void whatDiffersBetweenTwoPhotosIsBold() {
        auto* tree = window_->find<QTreeView>("duplicateGroups");
        tree->setCurrentIndex(groups().index(1, 0, groups().index(0, 0)));
        QVERIFY(window_->find<QLabel>("duplicateFact0_0")->font().bold());  // names
        QVERIFY(window_->find<QLabel>("duplicateFact2_1")->font().bold());  // pixels
        QVERIFY(!window_->find<QLabel>("duplicateFact4_1")->font().bold()); // JPEG both
    }

    void nothingIsChosenUntilTheUserDoesAndTheKeeperNever() {
        QVERIFY(groups().chosen().empty());
        QVERIFY(!window_->find<QPushButton>("duplicatesTrash")->isEnabled());
        click("chooseAllButKeepers");
        QCOMPARE(groups().chosen().size(), std::size_t{2});
        QVERIFY(!groups().chosen().contains(groups().group(groups().index(0, 0))->keeper));
        click("chooseNone");
        QVERIFY(groups().chosen().empty());
    }

    void spaceChoosesThePhotoThatTheKeyboardIsOn() {
        auto* tree = window_->find<QTreeView>("duplicateGroups");
        tree->setFocus();
        tree->setCurrentIndex(groups().index(1, 0, groups().index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(groups().chosen().size(), std::size_t{1});
        QTest::keyClick(tree, Qt::Key_Space);
        QVERIFY(groups().chosen().empty());
    }

    void chosenPhotosGoToTheTrashAfterASummaryAndComeBack() {
        act("duplicatesTrash");
        QCOMPARE(groups().rowCount(), 0);
        QVERIFY(!fs::exists(photos_ / "copies/shoes-half.jpg"));
        QVERIFY(fs::exists(photos_ / "shoes/shoes-1.jpg"));
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->missingCount(), 2, 10'000);
        undo();
        QVERIFY(fs::exists(photos_ / "copies/shoes-half.jpg"));
        QCOMPARE(groups().rowCount(groups().index(0, 0)), 3);
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->missingCount(), 0, 10'000);
    }

    void aPlanThatIsRefusedChangesNothing() {
        click("chooseAllButKeepers");
        click("duplicatesTrash");
        QTRY_VERIFY_WITH_TIMEOUT(window_->window.findChild<PlanDialog*>(), 10'000);
        QVERIFY(window_->find<QLabel>("planSummary")->text().contains(QStringLiteral("2 photos")));
        click("planCancel");
        QTRY_VERIFY(!window_->window.findChild<PlanDialog*>());
        QVERIFY(fs::exists(photos_ / "copies/shoes-half.jpg"));
        QCOMPARE(groups().chosen().size(), std::size_t{2});
    }

    void photosThatCannotBeMovedAreNamedBeforeAnythingHappens() {
        fs::rename(photos_ / "copies/shoes-half.jpg", photos_ / "elsewhere");
        click("chooseAllButKeepers");
        click("duplicatesTrash");
        QTRY_VERIFY_WITH_TIMEOUT(window_->window.findChild<PlanDialog*>(), 10'000);
        const QString refusals = window_->find<QPlainTextEdit>("planRefusals")->toPlainText();
        QVERIFY(refusals.contains(QStringLiteral("shoes-half.jpg")));
        QVERIFY(window_->find<QLabel>("planSummary")->text().contains(QStringLiteral("1 photo ")));
        click("planCancel");
        QTRY_VERIFY(!window_->window.findChild<PlanDialog*>());
        fs::rename(photos_ / "elsewhere", photos_ / "copies/shoes-half.jpg");
    }

    void notDuplicatesLeaveTheListUntilThatIsUndone() {
        showKind("kindExact");
        act("notDuplicates");
        QCOMPARE(groups().rowCount(), 0);
        QCOMPARE(DuplicateRepository(*Database::open(window_->session.libraryFile(), OpenMode::ReadOnly))
                     .notDuplicates()
                     ->size(),
                 std::size_t{1});
        undo();
        QCOMPARE(groups().rowCount(), 1);
    }

    void rulesAndProtectedFoldersChangeWhatIsSuggested() {
        showKind("kindExact");
        const PhotoId before = groups().group(groups().index(0, 0))->keeper;
        click("duplicateRules");
        auto* dialog = window_->window.findChild<KeeperDialog*>();
        QVERIFY(dialog);
        const fs::path other =
            groups().photo(groups().index(0, 0, groups().index(0, 0)))->id == before
                ? groups().photo(groups().index(1, 0, groups().index(0, 0)))->file.parent_path()
                : groups().photo(groups().index(0, 0, groups().index(0, 0)))->file.parent_path();
        dialog->addFolder(other);
        click("keeperDown");
        click("keeperApply");
        QTRY_VERIFY_WITH_TIMEOUT(groups().group(groups().index(0, 0))->keeper != before, 10'000);
        QCOMPARE(window_->settings.keeperRules().front(), KeeperRule::FileSize);
        QTRY_VERIFY(!window_->window.findChild<KeeperDialog*>());
        click("duplicateRules");
        QTRY_VERIFY(window_->window.findChild<KeeperDialog*>());
        window_->find<QListWidget>("protectedFolders")->setCurrentRow(0);
        click("unprotectFolder");
        click("keeperApply");
        QTRY_VERIFY_WITH_TIMEOUT(groups().group(groups().index(0, 0))->keeper == before, 10'000);
        window_->settings.setKeeperRules(KeeperPolicy().rules);
    }
};

QTEST_MAIN(TestDuplicatesView)
#include "test_duplicates_view.moc"
