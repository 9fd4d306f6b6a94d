// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with libraries: another one, and care for its own.
#include "ui/main_window/main_window.h"

#include "ui/shared/formats.h"

#include "core/library/database.h"

#include <QFileDialog>
#include <QMessageBox>

namespace likeness::ui {
namespace {

const QString libraryFilter = QStringLiteral("Likeness (*.likeness)");

std::filesystem::path withSuffix(const QString& file) {
    return toPath(file.endsWith(QStringLiteral(".likeness")) ? file : file + QStringLiteral(".likeness"));
}

} // namespace

void MainWindow::connectLibrary() {
    const auto on = [this](QAction* action, auto task) { connect(action, &QAction::triggered, this, task); };
    on(actions_->newLibrary, [this] {
        chooseLibrary(tr("New library"), QFileDialog::AcceptSave,
                      [this](const std::filesystem::path& file) { Q_EMIT libraryWanted(file); });
    });
    on(actions_->openLibrary, [this] {
        chooseLibrary(tr("Open a library"), QFileDialog::AcceptOpen,
                      [this](const std::filesystem::path& file) { Q_EMIT libraryWanted(file); });
    });
    on(actions_->moveLibrary, [this] {
        chooseLibrary(tr("Move this library to"), QFileDialog::AcceptSave,
                      [this](const std::filesystem::path& file) { Q_EMIT moveWanted(file); });
    });
    on(actions_->closeLibrary, [this] { Q_EMIT libraryWanted(defaultLibraryFile()); });
    actions_->closeLibrary->setEnabled(parts_.session.libraryFile() != defaultLibraryFile());
    on(actions_->checkLibrary, [this] { keeper_.check(); });
    on(actions_->backUpLibrary, [this] { keeper_.backUp(); });
    LibraryMenu& menu = header_->libraryMenu();
    menu.setSources([this] { return parts_.settings.recentLibraries(); }, parts_.session.libraryFile());
    connect(&menu, &LibraryMenu::libraryChosen, this, &MainWindow::libraryWanted);
    connect(&menu, &LibraryMenu::backupChosen, this, &MainWindow::askToRestore);
    connect(sidebar_, &Sidebar::folderRemovalWanted, this, &MainWindow::askToRemoveFolder);
    connect(sidebar_, &Sidebar::missingRemovalWanted, this, &MainWindow::askToRemoveMissing);
    connect(sidebar_, &Sidebar::rescanWanted, actions_->lookForChanges, &QAction::trigger);
    connectKeeper();
}

void MainWindow::connectKeeper() {
    connect(&keeper_, &LibraryKeeper::failed, notice_, &Notice::showError);
    connect(&keeper_, &LibraryKeeper::checked, this, [this](const std::vector<std::string>& faults) {
        if (faults.empty())
            notice_->showText(tr("The library is sound."));
        else
            notice_->showError(makeError(ErrorCode::LibraryDamaged,
                                         {parts_.session.libraryFile().string(), faults.front()}));
    });
    connect(&keeper_, &LibraryKeeper::backedUp, this, [this](const LibraryBackup& backup) {
        notice_->showText(
            tr("Backed up to %1; the last %2 are kept.").arg(toQString(backup.file)).arg(backupsKept));
    });
    connect(&keeper_, &LibraryKeeper::removed, this, [this](std::int64_t photos) {
        notice_->showText(tr("%n photo(s) left the library; their files are untouched.", nullptr,
                             static_cast<int>(photos)));
    });
    connect(&keeper_, &LibraryKeeper::refused, this,
            [this] { notice_->showText(tr("Please wait until indexing has ended.")); });
}

void MainWindow::chooseLibrary(const QString& title, QFileDialog::AcceptMode mode,
                               const std::function<void(const std::filesystem::path&)>& chosen) {
    auto* dialog =
        new QFileDialog(this, title, toQString(parts_.session.libraryFile().parent_path()), libraryFilter);
    dialog->setObjectName(QStringLiteral("libraryDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [chosen](const QString& file) { chosen(withSuffix(file)); });
    dialog->open();
}

/// Not modal to the event loop: the answer arrives as a signal.
void MainWindow::ask(const QString& question, const QString& consequence, const QString& yes,
                     const std::function<void()>& agreed, const std::function<void()>& declined) {
    auto* box = new QMessageBox(QMessageBox::Question, windowTitle(), question, QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence);
    QPushButton* agree = box->addButton(yes, QMessageBox::AcceptRole);
    agree->setObjectName(QStringLiteral("agree"));
    connect(agree, &QPushButton::clicked, this, agreed);
    connect(box, &QDialog::rejected, this, declined);
    box->open();
}

void MainWindow::askToRestore(const std::filesystem::path& backup) {
    ask(tr("Put this backup in the place of the library?"),
        tr("%1\nThe library as it is now is backed up before.").arg(toQString(backup)), tr("Restore"),
        [this, backup] { Q_EMIT restoreWanted(backup); });
}

void MainWindow::askToRemoveFolder(const std::filesystem::path& folder) {
    ask(tr("Remove the folder from the library?"),
        tr("%1\nIts photos leave the library with their tags and codes. The files stay as they are.")
            .arg(toQString(folder)),
        tr("Remove"), [this, folder] { keeper_.removeFolder(folder); });
}

void MainWindow::askToRemoveMissing() {
    ask(tr("Remove all missing photos from the library?"),
        tr("%n photo(s) with their tags and codes. Photos on a drive that is not connected are missing, too.",
           nullptr, static_cast<int>(parts_.session.snapshot()->missingCount())),
        tr("Remove"), [this] { keeper_.removeMissing(); });
}

void MainWindow::askToRemoveExcluded(std::int64_t photos) {
    ask(
        tr("Take what is left out from now on out of the library, too?"),
        tr("%n photo(s) leave the library with their tags and codes. The files stay as they are.", nullptr,
           static_cast<int>(photos)),
        tr("Remove"), [this] { keeper_.removeExcluded(); }, [this] { parts_.session.index({}); });
}

} // namespace likeness::ui
