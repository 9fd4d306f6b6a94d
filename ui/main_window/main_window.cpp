// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "ui/casework/case_dialog.h"
#include "ui/compare/compare_workspace.h"
#include "ui/duplicates/duplicates_workspace.h"
#include "ui/main_window/shortcut_tips.h"
#include "ui/photos/photos_workspace.h"
#include "ui/quality/quality_workspace.h"
#include "ui/shared/formats.h"
#include "ui/similar/similar_workspace.h"
#include "ui/training/training_dialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QVBoxLayout>

namespace likeness::ui {

MainWindow::MainWindow(Parts parts, QWidget* parent)
    : QMainWindow(parent),
      parts_(parts),
      actions_(new Actions(this)),
      thumbnails_(parts.session.libraryFile(), this),
      recent_(parts.session.libraryFile()),
      photos_(parts.session, parts.settings.photoSort(), parts.settings.groupsPhotos()),
      similar_(parts.session, parts.settings.threshold()),
      saved_(parts.session),
      verdicts_(parts.session, similar_),
      case_(parts.session, similar_),
      duplicates_(parts.session, parts.settings.keeperRules()),
      compare_(parts.session),
      keeper_(parts.session),
      tags_(parts.session),
      marks_(parts.session),
      history_(tags_, marks_),
      watch_(parts.session, parts.settings.watchesFolders()),
      codebooks_(parts.session),
      packs_(parts.session),
      training_(parts.session, codebooks_),
      pace_(parts.session, parts.settings.pace()),
      quality_(parts.session),
      ratingMenu_(new QMenu(this)),
      labelMenu_(new QMenu(this)),
      header_(new HeaderBar(*actions_, this)),
      notice_(new Notice(this)),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      sidebar_(new Sidebar(this)),
      pages_(new QStackedWidget(this)),
      firstRun_(new FirstRunView(this)),
      problems_(new ProblemsView(this)),
      viewer_(new PhotoViewer(previews_, thumbnails_, this)),
      inspector_(new Inspector(previews_, this)),
      status_(new StatusBar(parts.session, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    layOut();
    makeWorkspaces();
    connectActions();
    connectParts();
    connectSimilar();
    connectLibrary();
    connectRemarks();
    connectCase();
    restoreState();
    retranslate();
    shortcuts_ = new ShortcutBook(*this, parts_.settings, this);
    new ShortcutTips(*this);
    takeSnapshot();
}

/// The views go first: they use the presenters and loaders that are members here.
MainWindow::~MainWindow() {
    hide();
    delete findChild<TrainingDialog*>();
    delete findChild<CaseDialog*>();
    delete takeCentralWidget();
}

void MainWindow::layOut() {
    pages_->setObjectName(QStringLiteral("workspaces"));
    for (QWidget* page :
         {static_cast<QWidget*>(firstRun_), static_cast<QWidget*>(problems_), static_cast<QWidget*>(viewer_)})
        pages_->addWidget(page);
    splitter_->addWidget(sidebar_);
    splitter_->addWidget(pages_);
    splitter_->addWidget(inspector_);
    splitter_->setHandleWidth(1);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setSizes({200, 860, 220});
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(notice_);
    layout->addWidget(splitter_, 1);
    layout->addWidget(status_);
    setCentralWidget(central);
}

/// The registry of workspaces: one line for each tab.
void MainWindow::makeWorkspaces() {
    auto* photos = new PhotosWorkspace(photos_, thumbnails_, this);
    auto* similar = new SimilarWorkspace(similar_, verdicts_, codebooks_, thumbnails_, previews_, this);
    addWorkspace(photos, QStringLiteral("tabPhotos"));
    similarTab_ = workspaces_.size();
    addWorkspace(similar, QStringLiteral("tabSimilar"));
    auto* duplicates = new DuplicatesWorkspace(duplicates_, thumbnails_, previews_, this);
    addWorkspace(duplicates, QStringLiteral("tabDuplicates"));
    connect(duplicates, &DuplicatesWorkspace::addFolderRequested, actions_->addFolder, &QAction::trigger);
    connect(duplicates, &DuplicatesWorkspace::rulesChanged, this,
            [this](const std::vector<KeeperRule>& rules) { parts_.settings.setKeeperRules(rules); });
    connect(&duplicates_, &DuplicatesPresenter::failed, notice_, &Notice::showError);
    compareTab_ = workspaces_.size();
    auto* compare = new CompareWorkspace(compare_, thumbnails_, previews_, this);
    addWorkspace(compare, QStringLiteral("tabCompare"));
    connect(compare, &CompareWorkspace::photosRequested, this, [this] { showWorkspace(0); });
    connect(&compare_, &ComparePresenter::failed, notice_, &Notice::showError);
    auto* quality = new QualityWorkspace(quality_, thumbnails_, this);
    addWorkspace(quality, QStringLiteral("tabQuality"));
    connect(quality, &QualityWorkspace::thresholdWanted, this, [this](double similarity) {
        similar_.setThreshold(similarity);
        showWorkspace(similarTab_);
    });
    connect(photos, &PhotosWorkspace::addFolderRequested, actions_->addFolder, &QAction::trigger);
    connect(photos, &PhotosWorkspace::clearFilterRequested, &header_->filter(), &QLineEdit::clear);
    connect(&similar->verdicts(), &VerdictBar::failed, notice_, &Notice::showError);
    connect(&similar->verdicts(), &VerdictBar::told, notice_, &Notice::showText);
    connect(similar, &SimilarWorkspace::choosePhotoRequested, actions_->searchByPhoto, &QAction::trigger);
    connect(similar, &SimilarWorkspace::indexAgainRequested, actions_->lookForChanges, &QAction::trigger);
    connect(similar, &SimilarWorkspace::trainingRequested, actions_->train, &QAction::trigger);
}

void MainWindow::addWorkspace(Workspace* workspace, const QString& tabName) {
    workspaces_.push_back(workspace);
    pages_->addWidget(workspace);
    header_->addTab(tabName);
    connectWorkspace(workspace);
}

void MainWindow::connectWorkspace(Workspace* workspace) {
    ThumbnailGrid& grid = workspace->grid();
    workspace->setTileWidth(parts_.settings.tileWidth());
    grid.setContextMenuPolicy(Qt::ActionsContextMenu);
    grid.addActions({actions_->open, actions_->findSimilar, actions_->alsoLike, actions_->notLike,
                     actions_->compare, ratingMenu_->menuAction(), labelMenu_->menuAction(), actions_->relink,
                     actions_->metadata, actions_->openWith, actions_->showFile, actions_->copyPath});
    workspace->photos().setMarks(marks_);
    connect(&grid, &ThumbnailGrid::activated, this, &MainWindow::openViewer);
    connect(&grid, &ThumbnailGrid::enlargeRequested, this, &MainWindow::openViewer);
    connect(&grid, &ThumbnailGrid::tileWidthChanged, this, [this](int width) {
        parts_.settings.setTileWidth(width);
        for (Workspace* other : workspaces_)
            other->setTileWidth(width);
    });
    connect(grid.selectionModel(), &QItemSelectionModel::currentChanged, this, &MainWindow::inspectCurrent);
}

QModelIndex MainWindow::currentPhoto() {
    return pages_->currentWidget() == viewer_ ? viewer_->current() : workspace().current();
}

void MainWindow::searchBy(const PhotoQuery& query) {
    showWorkspace(similarTab_);
    similar_.search(query);
}

void MainWindow::addFolders(const std::vector<std::filesystem::path>& folders) {
    parts_.session.index(folders);
    showWorkspace(0);
}

void MainWindow::take(const Handed& handed) {
    if (!handed.folders.empty())
        addFolders(handed.folders);
    if (!handed.files.empty())
        searchBy(handed.files.front());
    else if (!handed.image.isNull())
        searchBy(handed.image);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const bool isOurs = event->source() != nullptr;
    if (!isOurs && mayHold(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    take(readHanded(*event->mimeData()));
    event->acceptProposedAction();
}

void MainWindow::restoreState() {
    similar_.setManner(parts_.settings.searchManner());
    resize(1280, 800);
    restoreGeometry(parts_.settings.state(QStringLiteral("window")));
    splitter_->restoreState(parts_.settings.state(QStringLiteral("splitter")));
    auto* similar = qobject_cast<SimilarWorkspace*>(workspaces_[similarTab_]);
    similar->splitter().restoreState(parts_.settings.state(QStringLiteral("similar")));
    similar->table().horizontalHeader()->restoreState(parts_.settings.state(QStringLiteral("resultTable")));
    similar->setLook(parts_.settings.resultsLook());
}

void MainWindow::saveState() {
    parts_.settings.setState(QStringLiteral("window"), saveGeometry());
    parts_.settings.setState(QStringLiteral("splitter"), splitter_->saveState());
    auto* similar = qobject_cast<SimilarWorkspace*>(workspaces_[similarTab_]);
    parts_.settings.setState(QStringLiteral("similar"), similar->splitter().saveState());
    parts_.settings.setState(QStringLiteral("resultTable"), similar->table().horizontalHeader()->saveState());
    parts_.settings.setResultsLook(similar->look());
    parts_.settings.setPhotoSort(photos_.arrangement().sort);
    parts_.settings.setGroupsPhotos(photos_.arrangement().isGrouped);
    parts_.settings.setThreshold(similar_.results().threshold());
    parts_.settings.setSearchManner(similar_.manner());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        actions_->redraw();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
    setWindowTitle(tr("%1 – Likeness").arg(pathName(parts_.session.libraryFile().stem())));
    // With a style sheet in force a new application font reaches no widget by itself.
    QFont inLanguage = font();
    inLanguage.setFamilies(QApplication::font().families());
    setFont(inLanguage);
    actions_->retranslate();
    showUndo();
    for (std::size_t i = 0; i < workspaces_.size(); ++i)
        header_->setTabTitle(static_cast<int>(i), workspaces_[i]->title());
    ratingMenu_->setTitle(tr("Stars"));
    labelMenu_->setTitle(tr("Colour label"));
    showSidebar();
    inspectCurrent();
}

} // namespace likeness::ui
