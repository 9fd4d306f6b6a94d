// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with tags, stars and labels, metadata, and photos that are missing.
#include "ui/main_window/main_window.h"

#include "ui/main_window/metadata_dialog.h"
#include "ui/shared/desktop.h"
#include "ui/shared/formats.h"

#include <QFileDialog>
#include <QInputDialog>

#include <chrono>

namespace likeness::ui {

void MainWindow::connectRemarks() {
    TagEditor& editor = inspector_->tags();
    connect(&editor, &TagEditor::added, this,
            [this](const QString& name) { tags_.add(name, remarkedPhotos()); });
    connect(&editor, &TagEditor::removed, this,
            [this](const QString& name) { tags_.remove(name, remarkedPhotos()); });
    connect(&tags_, &TagBook::changed, &editor,
            [this, &editor] { editor.show(tags_.tags(), tags_.names()); });
    connect(&tags_, &TagBook::libraryChanged, this, [this] {
        showSidebar();
        for (Workspace* each : workspaces_)
            each->setTagNames(tags_.names());
        photos_.followRemarks();
    });
    connect(&tags_, &TagBook::failed, notice_, &Notice::showError);
    connect(actions_->metadata, &QAction::triggered, this, &MainWindow::openMetadata);
    connect(inspector_, &Inspector::metadataRequested, this, &MainWindow::openMetadata);
    connectTags();
    connectMarks();
    connectHistory();
    connectRemarkFiles();
    connectMissing();
}

/// Of all photos, from the side bar.
void MainWindow::connectTags() {
    connect(sidebar_, &Sidebar::tagRenamingWanted, this, &MainWindow::renameTag);
    connect(sidebar_, &Sidebar::tagRemovalWanted, this, &MainWindow::askToRemoveTag);
    connect(&tags_, &TagBook::changedEverywhere, this, [this](std::int64_t photos) {
        history_.clear(); // its steps know the tag by its former name
        notice_->showText(tr("%n photo(s) changed.", nullptr, static_cast<int>(photos)));
    });
}

void MainWindow::renameTag(const QString& name) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("renameTagDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename a tag"));
    dialog->setLabelText(tr("On all photos that have %1, or a tag below it. Levels are parted by '/'; a name "
                            "that is there already makes both one.")
                             .arg(name));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, name](const QString& wanted) {
        if (wanted.trimmed().isEmpty() || wanted == name)
            return;
        tags_.rename(name, wanted);
        const PhotoScope& shown = photos_.arrangement().scope;
        if (shown.kind == PhotoScope::Kind::Tag && shown.tag == name.toStdString())
            photos_.setScope({PhotoScope::Kind::Tag, {}, wanted.trimmed().toStdString()});
    });
    dialog->open();
}

void MainWindow::askToRemoveTag(const QString& name) {
    ask(tr("Take the tag %1 from all photos?").arg(name),
        tr("Tags below it go, too. The files stay as they are."), tr("Take away"),
        [this, name] { tags_.removeEverywhere(name); });
}

void MainWindow::connectHistory() {
    connect(actions_->undo, &QAction::triggered, &history_, &RemarkHistory::undo);
    connect(actions_->redo, &QAction::triggered, &history_, &RemarkHistory::redo);
    connect(&history_, &RemarkHistory::changed, this, &MainWindow::showUndo);
    connect(&verdicts_, &VerdictBook::changed, this, &MainWindow::showUndo);
    connect(&duplicates_, &DuplicatesPresenter::changed, this, &MainWindow::showUndo);
}

void MainWindow::showUndo() {
    const auto show = [this](QAction* action, const QString& plain, const QString& step, bool can) {
        action->setText(step.isEmpty() ? plain : QStringLiteral("%1: %2").arg(plain, step));
        action->setEnabled(can && !workspace().canUndo());
    };
    show(actions_->undo, tr("Undo"), history_.undoText(), history_.canUndo());
    show(actions_->redo, tr("Redo"), history_.redoText(), history_.canRedo());
}

void MainWindow::connectMarks() {
    const auto rate = [this](int stars) { marks_.setRating(stars, remarkedPhotos()); };
    const auto label = [this](ColourLabel colour) { marks_.setLabel(colour, remarkedPhotos()); };
    for (int stars = mostStars; stars >= 0; --stars) {
        QAction* action = actions_->rate[static_cast<std::size_t>(stars)];
        ratingMenu_->addAction(action);
        connect(action, &QAction::triggered, this, [rate, stars] { rate(stars); });
    }
    for (const ColourLabel colour : allColourLabels) {
        QAction* action = actions_->label[static_cast<std::size_t>(colour)];
        labelMenu_->addAction(action);
        connect(action, &QAction::triggered, this, [label, colour] { label(colour); });
    }
    connect(&inspector_->marks(), &MarkEditor::ratingChosen, this, rate);
    connect(&inspector_->marks(), &MarkEditor::labelChosen, this, label);
    connect(&marks_, &MarkBook::changed, this, &MainWindow::inspectCurrent);
    connect(&marks_, &MarkBook::stored, &photos_, &PhotosPresenter::followRemarks);
    connect(&marks_, &MarkBook::failed, notice_, &Notice::showError);
}

void MainWindow::connectRemarkFiles() {
    connect(actions_->exportRemarks, &QAction::triggered, this,
            [this] { chooseRemarkFile(QFileDialog::AcceptSave); });
    connect(actions_->importRemarks, &QAction::triggered, this,
            [this] { chooseRemarkFile(QFileDialog::AcceptOpen); });
    connect(&keeper_, &LibraryKeeper::remarksExported, this, [this](const std::filesystem::path& file) {
        notice_->showText(tr("Tags, stars and labels are in %1.").arg(toQString(file)));
    });
    connect(&keeper_, &LibraryKeeper::remarksImported, this, [this](const RemarkTally& tally) {
        history_.clear();
        tags_.readLibrary();
        marks_.reload();
        notice_->showText(tr("%1 taken over, %2 about photos that this library doesn't have.")
                              .arg(countText(tally.taken), countText(tally.unknown)));
    });
}

void MainWindow::connectMissing() {
    connect(actions_->leaveOut, &QAction::triggered, &keeper_, &LibraryKeeper::readExclusions);
    connect(&keeper_, &LibraryKeeper::exclusionsRead, this, &MainWindow::editExclusions);
    connect(&keeper_, &LibraryKeeper::excludedFound, this, &MainWindow::askToRemoveExcluded);
    connect(actions_->relink, &QAction::triggered, this, &MainWindow::chooseMissingFile);
    connect(sidebar_, &Sidebar::relinkingWanted, this, &MainWindow::chooseMissingFolder);
    connect(&keeper_, &LibraryKeeper::relinked, this, [this](std::int64_t photos) {
        notice_->showText(
            photos > 0
                ? tr("%n photo(s) found again; they keep their tags.", nullptr, static_cast<int>(photos))
                : tr("No file there has the name of a missing photo, or several have it."));
    });
    connect(&parts_.session, &LibrarySession::indexingFinished, this, &MainWindow::tellEnd);
}

std::vector<PhotoId> MainWindow::remarkedPhotos() {
    return parts_.session.snapshot()->withRaw(selectedPhotos());
}

void MainWindow::openMetadata() {
    const QModelIndex photo = currentPhoto();
    if (!photo.isValid())
        return;
    auto* dialog = new MetadataDialog(photo.data(ThumbnailRole).value<ThumbnailRequest>().file, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::chooseRemarkFile(QFileDialog::AcceptMode mode) {
    const bool isExport = mode == QFileDialog::AcceptSave;
    auto* dialog = new QFileDialog(
        this, isExport ? tr("Export tags, stars and labels") : tr("Import tags, stars and labels"),
        toQString(parts_.session.libraryFile().parent_path()),
        isExport ? QStringLiteral("CSV (*.csv);;JSON (*.json)") : QStringLiteral("CSV, JSON (*.csv *.json)"));
    dialog->setObjectName(QStringLiteral("remarkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(isExport ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, isExport](const QString& file) {
        if (isExport)
            keeper_.exportRemarks(toPath(file));
        else
            keeper_.importRemarks(toPath(file));
    });
    dialog->open();
}

void MainWindow::editExclusions(const std::vector<std::string>& patterns) {
    QStringList lines;
    for (const std::string& pattern : patterns)
        lines.append(QString::fromStdString(pattern));
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("exclusionDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Leave out files and folders"));
    dialog->setLabelText(
        tr("One pattern a line: *.tif, Proofs, 2019/Raw*.\nYou are asked about what is in the library."));
    dialog->setTextValue(lines.join(QLatin1Char('\n')));
    dialog->resize(440, 320);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        std::vector<std::string> wanted;
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            wanted.push_back(line.toStdString());
        keeper_.setExclusions(wanted);
    });
    dialog->open();
}

void MainWindow::chooseMissingFile() {
    const QModelIndex photo = currentPhoto();
    if (!photo.isValid())
        return;
    auto* dialog = new QFileDialog(this, tr("Where is %1 now?").arg(photo.data().toString()));
    dialog->setObjectName(QStringLiteral("relinkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = PhotoId{photo.data(PhotoIdRole).toLongLong()}](const QString& file) {
                keeper_.relink(id, toPath(file));
            });
    dialog->open();
}

void MainWindow::chooseMissingFolder() {
    auto* dialog = new QFileDialog(this, tr("Where are the missing photos now?"));
    dialog->setObjectName(QStringLiteral("relinkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        std::vector<PhotoId> missing;
        for (const PhotoRow& photo : parts_.session.snapshot()->photos())
            if (photo.missing)
                missing.push_back(photo.id);
        keeper_.relinkByName(missing, toPath(folder));
    });
    dialog->open();
}

/// Who works elsewhere meanwhile hears of the end of a long run.
void MainWindow::tellEnd(const IndexSummary& summary) {
    using namespace std::chrono_literals;
    if (summary.elapsed < 1min || isActiveWindow())
        return;
    notifyDesktop(windowTitle(),
                  tr("Indexing has ended: %n photo(s).", nullptr, static_cast<int>(summary.indexed)));
}

} // namespace likeness::ui
