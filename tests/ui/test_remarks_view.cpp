// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include "core/library/photo_repository.h"
#include "core/library/remark_file.h"
#include "core/library/tag_repository.h"

#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QPushButton>
#include <QToolButton>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with six photos.
class TestRemarksView : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    ThumbnailGrid* grid() { return window_->find<ThumbnailGrid>("photosGrid"); }
    int shown() { return grid()->model()->rowCount(); }
    QModelIndex row(int number) { return grid()->model()->index(number, 0); }

    std::vector<Remark> stored() {
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        return *remarks(*database);
    }

    void choose(int row) { grid()->setCurrentIndex(this->row(row)); }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
    }

    void cleanupTestCase() { window_.reset(); }

    void starsAreGivenByKeyToAllThatIsSelected() {
        choose(0);
        grid()->selectionModel()->select(row(1), QItemSelectionModel::Select);
        window_->find<QAction>("rate4")->trigger();
        QCOMPARE(row(0).data(RatingRole).toInt(), 4);
        QCOMPARE(row(1).data(RatingRole).toInt(), 4);
        QVERIFY(!row(2).data(RatingRole).isValid());
        QVERIFY(row(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("4 stars")));
        QTRY_COMPARE(stored().size(), std::size_t{2});
    }

    void theInspectorShowsStarsAndTakesThemAway() {
        choose(1);
        QCOMPARE(window_->find<QToolButton>("star4")->text(), QStringLiteral("★"));
        QCOMPARE(window_->find<QToolButton>("star5")->text(), QStringLiteral("☆"));
        window_->find<QToolButton>("star4")->click();
        QVERIFY(!row(1).data(RatingRole).isValid());
        QTRY_COMPARE(stored().size(), std::size_t{1});
    }

    void aColourLabelIsGiven() {
        choose(2);
        window_->find<QToolButton>("label-blue")->click();
        QCOMPARE(row(2).data(LabelRole).toInt(), static_cast<int>(ColourLabel::Blue));
        QVERIFY(window_->find<QToolButton>("label-blue")->isChecked());
        QVERIFY(!window_->find<QToolButton>("label-none")->isChecked());
        QTRY_COMPARE(stored().size(), std::size_t{2});
    }

    void photosAreChosenByStarsAndLabels() {
        auto* stars = window_->find<QComboBox>("chooseRating");
        stars->setCurrentIndex(3);
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(window_->find<QToolButton>("choiceButton")->text(), QStringLiteral("Choose (1)"));
        window_->find<QComboBox>("chooseLabel")->setCurrentIndex(1); // red
        QTRY_COMPARE(shown(), 0);
        window_->find<QPushButton>("chooseClear")->click();
        QTRY_COMPARE(shown(), 6);
    }

    void aMarkThatIsTakenAwayLeavesTheChoice() {
        window_->find<QComboBox>("chooseLabel")->setCurrentIndex(5); // blue
        QTRY_COMPARE(shown(), 1);
        choose(0);
        window_->find<QAction>("label0")->trigger();
        QTRY_COMPARE(shown(), 0);
        window_->find<QPushButton>("chooseClear")->click();
        QTRY_COMPARE(shown(), 6);
        QTRY_COMPARE(stored().size(), std::size_t{1});
    }

    void tagsAreFoundByTheFilterAndInTheSideBar() {
        choose(5);
        auto* line = window_->find<QLineEdit>("tagLine");
        line->setText(QStringLiteral("Places/里斯本"));
        QTest::keyClick(line, Qt::Key_Return);
        auto* sidebar = window_->find<QTreeView>("sidebar");
        const auto* model = qobject_cast<SidebarModel*>(sidebar->model());
        QTRY_VERIFY(model->indexOf(QStringLiteral("tag:Places/里斯本")).isValid());
        window_->find<QLineEdit>("textFilter")->setText(QStringLiteral("里斯"));
        QTRY_COMPARE(shown(), 1);
        window_->find<QLineEdit>("textFilter")->clear();
        QTRY_COMPARE(shown(), 6);
        sidebar->setCurrentIndex(model->indexOf(QStringLiteral("tag:Places")));
        QTRY_COMPARE(shown(), 1);
        sidebar->setCurrentIndex(model->indexOf(QStringLiteral("all")));
        QTRY_COMPARE(shown(), 6);
    }

    void whatWasSaidIsTakenBackAndSaidAgain() {
        choose(3);
        auto* undo = window_->find<QAction>("undo");
        const std::size_t before = stored().size();
        window_->find<QAction>("rate2")->trigger();
        window_->find<QAction>("label1")->trigger();
        QTRY_COMPARE(stored().size(), before + 2);
        QCOMPARE(undo->text(), QStringLiteral("Undo: Red"));
        undo->trigger();
        QCOMPARE(undo->text(), QStringLiteral("Undo: ★★"));
        undo->trigger();
        QVERIFY(!row(3).data(RatingRole).isValid());
        QTRY_COMPARE(stored().size(), before);
        window_->find<QAction>("redo")->trigger();
        QCOMPARE(row(3).data(RatingRole).toInt(), 2);
        undo->trigger();
        auto* line = window_->find<QLineEdit>("tagLine");
        line->setText(QStringLiteral("beach"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(undo->text(), QStringLiteral("Undo: Tag beach"));
        QTRY_COMPARE(stored().size(), before + 1);
        undo->trigger();
        QTRY_COMPARE(stored().size(), before);
    }

    void aTagIsRenamedInTheSideBar() {
        const auto* model = qobject_cast<SidebarModel*>(window_->find<QTreeView>("sidebar")->model());
        auto* sidebar = window_->find<Sidebar>("sidebar");
        Q_EMIT sidebar->tagRenamingWanted(QStringLiteral("Places"));
        window_->find<QInputDialog>("renameTagDialog")->setTextValue(QStringLiteral("Travels"));
        window_->find<QInputDialog>("renameTagDialog")->accept();
        QTRY_VERIFY(model->indexOf(QStringLiteral("tag:Travels/里斯本")).isValid());
        QVERIFY(!model->indexOf(QStringLiteral("tag:Places")).isValid());
        QVERIFY(!window_->find<QAction>("undo")->isEnabled());
        Q_EMIT sidebar->tagRenamingWanted(QStringLiteral("Travels"));
        window_->find<QInputDialog>("renameTagDialog")->setTextValue(QStringLiteral("Places"));
        window_->find<QInputDialog>("renameTagDialog")->accept();
        QTRY_VERIFY(model->indexOf(QStringLiteral("tag:Places/里斯本")).isValid());
    }

    void aTagIsTakenFromAllPhotosAfterAQuestion() {
        choose(4);
        auto* line = window_->find<QLineEdit>("tagLine");
        line->setText(QStringLiteral("draft"));
        QTest::keyClick(line, Qt::Key_Return);
        const auto* model = qobject_cast<SidebarModel*>(window_->find<QTreeView>("sidebar")->model());
        QTRY_VERIFY(model->indexOf(QStringLiteral("tag:draft")).isValid());
        Q_EMIT window_->find<Sidebar>("sidebar")->tagRemovalWanted(QStringLiteral("draft"));
        window_->find<QPushButton>("agree")->click();
        QTRY_VERIFY(!model->indexOf(QStringLiteral("tag:draft")).isValid());
    }

    void chipsNameTheChoiceAndTakeItAway() {
        window_->find<QComboBox>("chooseRating")->setCurrentIndex(3);
        window_->find<QComboBox>("chooseLabel")->setCurrentIndex(2);
        QTRY_COMPARE(shown(), 0);
        auto* photos = window_->find<QWidget>("photosView");
        const auto chips = [photos] {
            QStringList names;
            for (const QToolButton* chip : photos->findChildren<QToolButton*>(QStringLiteral("chip")))
                if (!chip->isHidden())
                    names.append(chip->accessibleName());
            return names;
        };
        QCOMPARE(chips(), (QStringList{QStringLiteral("Take away: ★★★ or more"),
                                       QStringLiteral("Take away: Orange")}));
        for (QToolButton* chip : photos->findChildren<QToolButton*>(QStringLiteral("chip")))
            if (chip->accessibleName().endsWith(QStringLiteral("Orange")))
                chip->click();
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(chips().size(), 1);
        window_->find<QPushButton>("chooseClear")->click();
        QTRY_COMPARE(shown(), 6);
        QVERIFY(chips().isEmpty());
    }

    void remarksTravelInAFile() {
        const std::size_t before = stored().size();
        const QString file = window_->place.filePath(QStringLiteral("remarks.json"));
        window_->find<QAction>("exportRemarks")->trigger();
        auto* dialog = window_->find<QFileDialog>("remarkDialog");
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
        QTRY_VERIFY(QFile::exists(file));
        choose(0);
        window_->find<QAction>("rate0")->trigger();
        QTRY_COMPARE(stored().size(), before - 1);
        window_->find<QAction>("importRemarks")->trigger();
        dialog = window_->find<QFileDialog>("remarkDialog");
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
        QTRY_COMPARE(stored().size(), before);
        QTRY_COMPARE(row(0).data(RatingRole).toInt(), 4);
    }

    void allMetadataIsShown() {
        choose(0);
        window_->find<QAction>("metadata")->trigger();
        auto* dialog = window_->find<QDialog>("metadataDialog");
        QVERIFY(dialog->windowTitle().contains(QStringLiteral("hat-1.jpg")));
        dialog->accept();
    }

    void aMissingPhotoIsFoundAgainUnderAnotherName() {
        const QString photos = window_->place.filePath(QStringLiteral("photos/"));
        QVERIFY(QFile::remove(photos + QStringLiteral("shoes/shoes-3.jpg")));
        window_->find<QAction>("lookForChanges")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->missingCount(), 1, indexingLimitMs);
        QTRY_VERIFY(!window_->session.isIndexing());
        QVERIFY(QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/shoes/shoes-4.jpg"),
                            photos + QStringLiteral("shoes/edited.jpg")));
        choose(5);
        QTRY_VERIFY(window_->find<QAction>("relink")->isEnabled());
        window_->find<QAction>("relink")->trigger();
        auto* dialog = window_->find<QFileDialog>("relinkDialog");
        Q_EMIT dialog->fileSelected(photos + QStringLiteral("shoes/edited.jpg"));
        delete dialog;
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->missingCount(), 0, indexingLimitMs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->session.snapshot()->indexedCount(), 6, indexingLimitMs);
        const auto all = stored();
        QVERIFY(std::ranges::any_of(all, [](const Remark& remark) {
            return remark.value == "Places/里斯本" && remark.file.filename() == "edited.jpg";
        }));
    }

    void patternsAreLeftOut() {
        window_->find<QAction>("leaveOut")->trigger();
        QTRY_VERIFY(window_->window.findChild<QInputDialog*>(QStringLiteral("exclusionDialog")));
        auto* dialog = window_->find<QInputDialog>("exclusionDialog");
        dialog->setTextValue(QStringLiteral("proofs\n"));
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->session.isIndexing(), indexingLimitMs);
        const QString proofs = window_->place.filePath(QStringLiteral("photos/Proofs"));
        QVERIFY(QDir().mkpath(proofs));
        QVERIFY(QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-5.jpg"),
                            proofs + QStringLiteral("/hat-5.jpg")));
        QSignalSpy finished(&window_->session, &LibrarySession::indexingFinished);
        window_->find<QAction>("lookForChanges")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), indexingLimitMs);
        QTRY_VERIFY(!window_->session.isIndexing());
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        QCOMPARE(PhotoRepository(*database).counts()->photos, 6);
    }

    void whatIsLeftOutLeavesTheLibraryAfterAQuestion() {
        window_->find<QAction>("leaveOut")->trigger();
        QTRY_VERIFY(window_->window.findChild<QInputDialog*>(QStringLiteral("exclusionDialog")));
        auto* dialog = window_->find<QInputDialog>("exclusionDialog");
        dialog->setTextValue(QStringLiteral("proofs\nedited.jpg"));
        dialog->accept();
        QTRY_VERIFY(window_->window.findChild<QPushButton*>(QStringLiteral("agree")));
        window_->find<QPushButton>("agree")->click();
        QTRY_COMPARE(shown(), 5);
        QVERIFY(QFile::exists(window_->place.filePath(QStringLiteral("photos/shoes/edited.jpg"))));
    }
};

QTEST_MAIN(TestRemarksView)
#include "test_remarks_view.moc"
