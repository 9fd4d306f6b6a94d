// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/similar_workspace.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"

#include <QEvent>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace likeness::ui {

SimilarWorkspace::SimilarWorkspace(SimilarPresenter& presenter, VerdictBook& verdicts,
                                   CodebookCatalog& codebooks, ThumbnailLoader& thumbnails,
                                   PreviewLoader& previews, QWidget* parent)
    : Workspace(parent),
      presenter_(presenter),
      method_(codebooks, presenter),
      grid_(new ThumbnailGrid(thumbnails, this)),
      table_(new ResultTable(presenter.results(), thumbnails, this)),
      header_(new ResultsHeader(presenter, method_, this)),
      verdicts_(new VerdictBar(
          verdicts, presenter.results(), [this] { return selectedResults(); }, this)),
      noQuery_(new EmptyView(QStringLiteral("similar"), this)),
      noResults_(new EmptyView(QStringLiteral("search"), this)),
      pages_(new QStackedWidget(this)),
      results_(new QStackedWidget(this)),
      splitter_(new QSplitter(Qt::Horizontal, this)) {
    setObjectName(QStringLiteral("similarView"));
    setAttribute(Qt::WA_StyledBackground);
    auto* query = new QueryPanel(presenter, previews, splitter_);
    query->setMinimumWidth(256);
    addActions(query->tools().toolActions());
    addActions(verdicts_->keyActions());
    splitter_->addWidget(query);
    splitter_->addWidget(makeResults());
    splitter_->setHandleWidth(1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 2);
    splitter_->setStretchFactor(1, 3);
    splitter_->setSizes({360, 540});
    pages_->addWidget(noQuery_);
    pages_->addWidget(splitter_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);
    connect(noQuery_, &EmptyView::buttonClicked, this, &SimilarWorkspace::choosePhotoRequested);
    connect(noResults_, &EmptyView::buttonClicked, this, &SimilarWorkspace::helpWithNoResults);
    connect(&method_, &MethodPresenter::trainingRequested, this, &SimilarWorkspace::trainingRequested);
    connect(&presenter_, &SimilarPresenter::queryChanged, this, &SimilarWorkspace::showState);
    connect(&presenter_, &SimilarPresenter::resultsChanged, this, &SimilarWorkspace::showState);
    connect(&presenter_, &SimilarPresenter::answered, this, [this] {
        shownResults().scrollToTop();
        grid_->setCurrentIndex(presenter_.results().index(0));
    });
    connect(&presenter_, &SimilarPresenter::resultsAboutToChange, this, &SimilarWorkspace::rememberPlace);
    connect(&presenter_, &SimilarPresenter::refined, this, &SimilarWorkspace::keepPlace);
    retranslate();
}

QWidget* SimilarWorkspace::makeResults() {
    grid_->setObjectName(QStringLiteral("resultsGrid"));
    grid_->setModel(&presenter_.results());
    const std::unique_ptr<QItemSelectionModel> unused(table_->selectionModel());
    table_->setSelectionModel(grid_->selectionModel());
    results_->addWidget(grid_);
    results_->addWidget(table_);
    results_->addWidget(noResults_);
    auto* side = new QWidget(this);
    side->setMinimumWidth(340);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(results_, 1);
    layout->addWidget(verdicts_);
    grid_->addActions(verdicts_->verdictActions());
    addAction(header_->asList());
    connect(header_->asList(), &QAction::toggled, this, &SimilarWorkspace::showLook);
    connect(table_, &QTableView::activated, grid_, &ThumbnailGrid::activated);
    connect(table_, &ResultTable::enlargeRequested, grid_, &ThumbnailGrid::enlargeRequested);
    connect(table_, &QWidget::customContextMenuRequested, this, &SimilarWorkspace::openMenu);
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, verdicts_,
            &VerdictBar::showCurrent);
    return side;
}

ResultsLook SimilarWorkspace::look() const {
    return header_->asList()->isChecked() ? ResultsLook::List : ResultsLook::Grid;
}

void SimilarWorkspace::setLook(ResultsLook look) {
    header_->asList()->setChecked(look == ResultsLook::List);
}

QAbstractItemView& SimilarWorkspace::shownResults() {
    return look() == ResultsLook::List ? static_cast<QAbstractItemView&>(*table_) : *grid_;
}

/// The grid is always best first; the table goes on in the order that it had.
void SimilarWorkspace::showLook() {
    const bool hadFocus = grid_->hasFocus() || table_->hasFocus();
    if (look() == ResultsLook::List)
        table_->sortAgain();
    else
        presenter_.results().sort(ResultListModel::Similarity, Qt::DescendingOrder);
    showState();
    shownResults().scrollTo(current());
    if (hadFocus)
        shownResults().setFocus();
}

/// What can be done with a result is the same in both looks.
void SimilarWorkspace::openMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("resultMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(grid_->actions());
    menu->popup(table_->viewport()->mapToGlobal(place));
}

/// The current one first.
std::vector<PhotoId> SimilarWorkspace::selectedResults() {
    std::vector<PhotoId> photos;
    const auto add = [&photos](const QModelIndex& index) {
        const PhotoId photo{index.data(PhotoIdRole).toLongLong()};
        if (index.isValid() && std::ranges::find(photos, photo) == photos.end())
            photos.push_back(photo);
    };
    if (grid_->selectionModel() == nullptr)
        return photos;
    add(current());
    for (const QModelIndex& index : grid_->selectionModel()->selectedIndexes())
        add(index);
    return photos;
}

void SimilarWorkspace::rememberPlace() {
    scrolled_ = shownResults().verticalScrollBar()->value();
    selected_.reset();
    if (current().isValid())
        selected_ = PhotoId{current().data(PhotoIdRole).toLongLong()};
}

/// While a box moves the list stays where it is, and the same photo stays selected as long as it is in sight.
void SimilarWorkspace::keepPlace() {
    const ResultListModel& results = presenter_.results();
    QAbstractItemView& view = shownResults();
    view.doItemsLayout();
    view.verticalScrollBar()->setValue(scrolled_);
    QModelIndex selected = selected_ ? results.indexOf(*selected_) : QModelIndex();
    if (!view.viewport()->rect().intersects(view.visualRect(selected)))
        selected = look() == ResultsLook::List ? table_->firstVisible() : grid_->firstVisible();
    view.setAutoScroll(false);
    view.setCurrentIndex(selected);
    view.setAutoScroll(true);
}

/// The button of the empty result list.
void SimilarWorkspace::helpWithNoResults() {
    const auto& error = presenter_.error();
    if (!error)
        findChild<QSlider*>(QStringLiteral("threshold"))->setValue(0);
    else if (error->code == ErrorCode::NotYetIndexed)
        Q_EMIT indexAgainRequested();
    else if (error->code == ErrorCode::GranularityMissing)
        presenter_.setTool(SearchMode::Whole);
    else
        Q_EMIT choosePhotoRequested();
}

void SimilarWorkspace::showError(const Error& error) {
    const QString text = translatedError(error);
    if (error.code == ErrorCode::NotYetIndexed)
        noResults_->setTexts(tr("The photos are not indexed for this tool yet"), text, tr("Index again"));
    else if (error.code == ErrorCode::GranularityMissing)
        noResults_->setTexts(tr("This tool can't be used here"), text, tr("Search by the whole photo"));
    else
        noResults_->setTexts(tr("This photo can't be searched by"), text, tr("Choose another photo…"));
}

void SimilarWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Workspace::changeEvent(event);
}

void SimilarWorkspace::showState() {
    grid_->setAccessibleName(tr("Similar photos"));
    noQuery_->setTexts(tr("Search by a photo"),
                       tr("Select a photo and press S, or drop one here from another program, or paste it."),
                       tr("Choose a photo…"));
    if (presenter_.error())
        showError(*presenter_.error());
    else
        noResults_->setTexts(tr("No photo reaches %1").arg(percentText(presenter_.results().threshold())),
                             tr("Lower the threshold to see the nearest photos, or clear the text filter."),
                             tr("Show the nearest photos"));
    pages_->setCurrentIndex(presenter_.query() ? 1 : 0);
    const bool answered = presenter_.hasAnswer() || presenter_.error();
    const bool isEmpty = answered && presenter_.results().rowCount() == 0;
    results_->setCurrentWidget(isEmpty ? static_cast<QWidget*>(noResults_) : &shownResults());
}

} // namespace likeness::ui
