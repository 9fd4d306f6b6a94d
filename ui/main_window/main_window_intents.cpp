// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does on the user's and the session's behalf; how it is built stands in main_window.cpp.
#include "ui/main_window/main_window.h"

#include "ui/help/about_dialog.h"
#include "ui/help/help_window.h"
#include "ui/main_window/shortcut_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shared/desktop.h"
#include "ui/shared/formats.h"
#include "ui/training/training_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QMimeData>

#include <algorithm>

namespace likeness::ui {

void MainWindow::connectActions() {
    const auto on = [this](QAction* action, auto task) { connect(action, &QAction::triggered, this, task); };
    on(actions_->addFolder, [this] { chooseFolder(); });
    on(actions_->searchByPhoto, [this] { choosePhoto(); });
    on(actions_->paste, [this] {
        // Null where nothing was ever copied.
        if (const QMimeData* pasted = QApplication::clipboard()->mimeData())
            take(readHanded(*pasted));
    });
    on(actions_->lookForChanges, [this] { parts_.session.index({}); });
    on(actions_->pauseOrResume, [this] {
        if (parts_.session.isPaused())
            parts_.session.resume();
        else
            parts_.session.pause();
    });
    on(actions_->open, [this] { openViewer(workspace().current()); });
    on(actions_->compare, [this] { compareSelected(); });
    on(actions_->showFile, [this] {
        const QModelIndex photo = currentPhoto();
        if (photo.isValid())
            showInFileManager(photo.data(ThumbnailRole).value<ThumbnailRequest>().file);
    });
    on(actions_->openWith, [this] {
        const QModelIndex photo = currentPhoto();
        if (photo.isValid())
            openWith(photo.data(ThumbnailRole).value<ThumbnailRequest>().file);
    });
    on(actions_->copyPath, [this] {
        const QModelIndex photo = currentPhoto();
        if (photo.isValid())
            copyPath(photo.data(ThumbnailRole).value<ThumbnailRequest>().file);
    });
    on(actions_->filter, [this] {
        header_->filter().setFocus(Qt::ShortcutFocusReason);
        header_->filter().selectAll();
    });
    on(actions_->zoomIn, [this] { zoom(16); });
    on(actions_->zoomOut, [this] { zoom(-16); });
    on(actions_->fullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on(actions_->train, [this] { openTraining(); });
    on(actions_->settings, [this] { openSettings(); });
    on(actions_->shortcuts, [this] { openShortcuts(); });
    on(actions_->help, [this] { openHelp(); });
    on(actions_->about, [this] { openAbout(); });
    on(actions_->quit, [this] { close(); });
    connect(actions_->inspector, &QAction::toggled, inspector_, &QWidget::setVisible);
}

void MainWindow::connectParts() {
    LibrarySession& session = parts_.session;
    connect(&session, &LibrarySession::snapshotChanged, this, &MainWindow::takeSnapshot);
    connect(&session, &LibrarySession::indexingChanged, this, &MainWindow::takeSnapshot);
    connect(&session, &LibrarySession::failed, notice_, &Notice::showError);
    connect(&photos_, &PhotosPresenter::arranged, this, &MainWindow::inspectCurrent);
    connect(&photos_, &PhotosPresenter::failed, notice_, &Notice::showError);
    connect(&recent_, &RecentQueries::changed, this, &MainWindow::showSidebar);
    connect(header_, &HeaderBar::tabChosen, this,
            [this](int tab) { showWorkspace(static_cast<std::size_t>(tab)); });
    connect(header_, &HeaderBar::filterChanged, this, [this](const QString& text) {
        for (Workspace* each : workspaces_)
            each->setFilter(text);
    });
    connect(header_, &HeaderBar::filterLeft, this, [this] { workspace().takeFocus(); });
    connect(sidebar_, &Sidebar::targetChosen, this, &MainWindow::followTarget);
    connect(firstRun_, &FirstRunView::addFolderRequested, actions_->addFolder, &QAction::trigger);
    connect(firstRun_, &FirstRunView::samplesRequested, this, [this] { addFolders({samplesFolder()}); });
    connect(problems_, &ProblemsView::showFileRequested, this,
            [](const std::filesystem::path& file) { showInFileManager(file); });
    connect(problems_, &ProblemsView::tryAgainRequested, actions_->lookForChanges, &QAction::trigger);
    connect(problems_, &ProblemsView::photosRequested, this, [this] { showWorkspace(0); });
    connect(viewer_, &PhotoViewer::closed, this, &MainWindow::closeViewer);
    connect(viewer_, &PhotoViewer::currentChanged, this, &MainWindow::inspectCurrent);
    connect(inspector_, &Inspector::findSimilarRequested, actions_->findSimilar, &QAction::trigger);
    connect(inspector_, &Inspector::showFileRequested, actions_->showFile, &QAction::trigger);
    connect(status_, &StatusBar::problemsRequested, this, &MainWindow::showProblems);
}

void MainWindow::connectSimilar() {
    connect(actions_->findSimilar, &QAction::triggered, this, &MainWindow::findSimilar);
    connect(actions_->back, &QAction::triggered, &similar_, &SimilarPresenter::back);
    connect(actions_->forward, &QAction::triggered, &similar_, &SimilarPresenter::forward);
    connect(actions_->alsoLike, &QAction::triggered, this,
            [this] { addToQuery(&SimilarPresenter::addLike); });
    connect(actions_->notLike, &QAction::triggered, this,
            [this] { addToQuery(&SimilarPresenter::addUnlike); });
    for (QAction* action : {actions_->alsoLike, actions_->notLike})
        action->setEnabled(false); // until there is a query
    connect(&similar_, &SimilarPresenter::queryChanged, this, [this] {
        if (const auto file = similar_.queryFile(); !file.empty())
            recent_.add(file);
        for (QAction* action : {actions_->alsoLike, actions_->notLike})
            action->setEnabled(true);
    });
    connect(&similar_, &SimilarPresenter::refined, this, &MainWindow::inspectCurrent);
    connect(&codebooks_, &CodebookCatalog::failed, notice_, &Notice::showError);
    connect(&packs_, &PackCatalog::failed, notice_, &Notice::showError);
    connectSavedQueries();
    connect(inspector_, &Inspector::whyAlikeRequested, this,
            [this](PhotoId photo) { workspace().explain(photo); });
    connect(&parts_.session, &LibrarySession::explained, inspector_, &Inspector::showWhyAlike);
}

void MainWindow::connectSavedQueries() {
    connect(&saved_, &SavedQueryBook::changed, this, &MainWindow::showSidebar);
    connect(&saved_, &SavedQueryBook::failed, notice_, &Notice::showError);
    connect(sidebar_, &Sidebar::savedQueryUnwanted, &saved_, &SavedQueryBook::forget);
    connect(actions_->saveQuery, &QAction::triggered, this, &MainWindow::nameQuery);
    const auto follow = [this] { actions_->saveQuery->setEnabled(similar_.saved().has_value()); };
    connect(&similar_, &SimilarPresenter::queryChanged, this, follow);
    follow();
}

void MainWindow::nameQuery() {
    const auto query = similar_.saved();
    if (!query)
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("saveQueryDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this query"));
    dialog->setLabelText(tr("Its photo, tool, boxes and restriction are kept under this name:"));
    dialog->setTextValue(pathName(query->photo.stem()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, query = *query](const QString& name) {
        if (!name.trimmed().isEmpty())
            saved_.save(name.trimmed(), query);
    });
    dialog->open();
}

void MainWindow::showWorkspace(std::size_t number) {
    current_ = number;
    showHome();
    workspace().takeFocus();
}

void MainWindow::showHome() {
    const LibrarySession& session = parts_.session;
    const bool isNew = session.isLoaded() && !session.snapshot()->hasRoots() && !session.isIndexing();
    QWidget* page = &workspace();
    if (isNew && current_ == 0)
        page = firstRun_;
    pages_->setCurrentWidget(page);
    header_->setCurrentTab(static_cast<int>(current_));
    sidebar_->mark(current_ == 0 ? SidebarModel::keyOf(photos_.arrangement().scope) : QString());
    showUndo();
    inspectCurrent();
}

void MainWindow::showProblems() {
    pages_->setCurrentWidget(problems_);
    header_->setCurrentTab(-1);
    sidebar_->mark(QStringLiteral("problems"));
    inspectCurrent();
}

void MainWindow::openViewer(const QModelIndex& index) {
    if (!index.isValid())
        return;
    viewer_->open(index);
    pages_->setCurrentWidget(viewer_);
    viewer_->setFocus();
    inspectCurrent();
}

void MainWindow::closeViewer() {
    const QModelIndex last = viewer_->current();
    pages_->setCurrentWidget(&workspace());
    if (last.isValid() && last.model() == workspace().grid().model())
        workspace().grid().setCurrentIndex(last);
    workspace().takeFocus();
    inspectCurrent();
}

void MainWindow::followTarget(const SidebarTarget& target) {
    switch (target.kind) {
    case SidebarTarget::Kind::Scope:
        photos_.setScope(target.scope);
        current_ = 0;
        showHome();
        break;
    case SidebarTarget::Kind::Query:
        searchBy(target.query);
        break;
    case SidebarTarget::Kind::Saved:
        if (const auto query = saved_.queries().find(target.saved); query != saved_.queries().end()) {
            showWorkspace(similarTab_);
            similar_.search(query->second);
        }
        break;
    case SidebarTarget::Kind::Problems:
        showProblems();
        break;
    case SidebarTarget::Kind::Heading:
        break;
    }
}

void MainWindow::showSidebar() {
    QStringList saved;
    for (const auto& [name, query] : saved_.queries())
        saved.append(name);
    sidebar_->show(*parts_.session.snapshot(), {tags_.libraryTags(), recent_.files(), saved});
}

void MainWindow::takeSnapshot() {
    showSidebar();
    problems_->setSnapshot(parts_.session.snapshot());
    const bool atHome = pages_->currentWidget() == firstRun_ || pages_->currentWidget() == workspaces_[0];
    if (atHome)
        showHome();
}

void MainWindow::inspectCurrent() {
    const bool showsPhotos = pages_->currentWidget() == viewer_ || pages_->currentWidget() == &workspace();
    inspector_->show(showsPhotos ? currentPhoto() : QModelIndex());
    tags_.lookAt(inspector_->photo());
    inspector_->marks().show(inspector_->photo() ? marks_.of(*inspector_->photo()) : PhotoMarks());
    actions_->relink->setEnabled(currentPhoto().data(MarkRole).toInt() ==
                                 static_cast<int>(PhotoMark::Missing));
    const bool hasPhotos = showsPhotos && !(pages_->currentWidget() == firstRun_);
    inspector_->setVisible(hasPhotos && actions_->inspector->isChecked());
    sidebar_->setVisible(pages_->currentWidget() != firstRun_);
}

void MainWindow::findSimilar() {
    const QModelIndex photo = currentPhoto();
    if (!photo.isValid())
        return;
    const PhotoId id{photo.data(PhotoIdRole).toLongLong()};
    const bool isResult = current_ == similarTab_;
    showWorkspace(similarTab_);
    if (isResult)
        similar_.searchOn(id);
    else
        similar_.search(id);
}

std::vector<PhotoId> MainWindow::selectedPhotos() {
    QModelIndexList selected;
    if (pages_->currentWidget() == &workspace())
        selected = workspace().grid().selectionModel()->selectedIndexes();
    if (selected.isEmpty() && currentPhoto().isValid())
        selected.append(currentPhoto());
    std::vector<PhotoId> photos;
    for (const QModelIndex& index : selected)
        photos.push_back({index.data(PhotoIdRole).toLongLong()});
    return photos;
}

std::vector<ComparePresenter::Compared> MainWindow::photosToCompare() {
    std::vector<ComparePresenter::Compared> photos;
    const auto add = [&photos](ComparePresenter::Compared photo) {
        if (!photo.file.empty() && std::ranges::find(photos, photo) == photos.end())
            photos.push_back(std::move(photo));
    };
    if (current_ == similarTab_) {
        const PhotoRow* query = similar_.queryPhoto();
        add({query ? std::optional(query->id) : std::nullopt, similar_.queryFile()});
    }
    for (const PhotoId photo : selectedPhotos())
        add({photo, similar_.fileOf(photo)});
    return photos;
}

void MainWindow::compareSelected() {
    compare_.compare(photosToCompare());
    showWorkspace(compareTab_);
}

void MainWindow::addToQuery(void (SimilarPresenter::*add)(PhotoId)) {
    const std::vector<PhotoId> photos = selectedPhotos();
    if (photos.empty() || !similar_.query())
        return;
    for (const PhotoId photo : photos)
        (similar_.*add)(photo);
    showWorkspace(similarTab_);
}

void MainWindow::zoom(int pixels) {
    workspace().setTileWidth(workspace().grid().tileWidth() + pixels);
}

void MainWindow::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder with photos"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { addFolders({toPath(folder)}); });
    dialog->open();
}

void MainWindow::choosePhoto() {
    auto* dialog = new QFileDialog(this, tr("Search by photo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { searchBy(toPath(file)); });
    dialog->open();
}

void MainWindow::openSettings() {
    auto* dialog = new SettingsDialog(parts_.settings, packs_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto recipe = parts_.session.recipe())
        dialog->setEngineSpeeds(
            EngineSpeedFile().find(engineSpeedKey(recipe->pack())).value_or(std::vector<EngineSpeed>{}));
    connect(dialog, &SettingsDialog::languageChosen, this,
            [this](const QString& code) { parts_.language.apply(code); });
    connect(dialog, &SettingsDialog::themeChosen, &parts_.theme, &Theme::apply);
    connect(dialog, &SettingsDialog::engineChosen, &parts_.session, &LibrarySession::setEngine);
    connect(dialog, &SettingsDialog::threadsChosen, &parts_.session, &LibrarySession::setWorkers);
    connect(dialog, &SettingsDialog::watchingChosen, &watch_, &FolderWatch::setOn);
    connect(dialog, &SettingsDialog::paceChosen, &pace_, &IndexingPace::choose);
    dialog->open();
}

void MainWindow::openShortcuts() {
    auto* dialog = new ShortcutDialog(*shortcuts_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openHelp() {
    auto* manual = findChild<HelpWindow*>();
    if (manual == nullptr)
        manual = new HelpWindow(this);
    manual->showChapter(workspace().chapter());
    manual->show();
    manual->raise();
    manual->activateWindow();
}

void MainWindow::openAbout() {
    auto* dialog = new AboutDialog(parts_.session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// One at a time; it stays beside the window.
void MainWindow::openTraining() {
    auto* dialog = findChild<TrainingDialog*>();
    if (dialog == nullptr) {
        dialog = new TrainingDialog(training_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace likeness::ui
