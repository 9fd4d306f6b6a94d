// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/photos/photos_workspace.h"

#include "ui/shared/formats.h"
#include "ui/shared/selection_keeper.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>

namespace likeness::ui {

PhotosWorkspace::PhotosWorkspace(PhotosPresenter& presenter, ThumbnailLoader& thumbnails, QWidget* parent)
    : Workspace(parent),
      presenter_(presenter),
      grid_(new ThumbnailGrid(thumbnails, this)),
      pages_(new QStackedWidget(this)),
      empty_(new EmptyView(QStringLiteral("photos"), this)),
      place_(new QLabel(this)),
      count_(new QLabel(this)),
      choice_(new ChoiceButton(presenter, this)),
      chips_(new ChipBar(this)),
      groups_(new QToolButton(this)),
      sortLabel_(new QLabel(this)),
      sort_(new QComboBox(this)),
      zoom_(new QSlider(Qt::Horizontal, this)) {
    setObjectName(QStringLiteral("photosView"));
    setAttribute(Qt::WA_StyledBackground);
    grid_->setObjectName(QStringLiteral("photosGrid"));
    grid_->setModel(&presenter.photos());
    new SelectionKeeper(*grid_, presenter.photos()); // the grid's
    pages_->addWidget(grid_);
    pages_->addWidget(empty_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolRow());
    auto* chips = new QHBoxLayout;
    chips->setContentsMargins(12, 0, 12, 0);
    chips->addWidget(chips_);
    layout->addLayout(chips);
    layout->addWidget(pages_, 1);
    retranslate();
    connect(&presenter, &PhotosPresenter::arranged, this, &PhotosWorkspace::showState);
    connect(choice_, &ChoiceButton::changed, this, [this] { chips_->setChips(choice_->chips()); });
    connect(groups_, &QToolButton::toggled, &presenter, &PhotosPresenter::setGrouped);
    connect(grid_, &ThumbnailGrid::looksAt, &presenter, &PhotosPresenter::lookAt);
    connect(grid_, &ThumbnailGrid::tileWidthChanged, zoom_, &QSlider::setValue);
    connect(zoom_, &QSlider::valueChanged, grid_, &ThumbnailGrid::setTileWidth);
    connect(sort_, &QComboBox::currentIndexChanged, this,
            [this](int index) { presenter_.setSort(static_cast<PhotoSort>(index)); });
    connect(empty_, &EmptyView::buttonClicked, this, [this] {
        if (filterOf(presenter_.arrangement()).letsAllPass()) {
            Q_EMIT addFolderRequested();
        } else {
            choice_->form().clear();
            Q_EMIT clearFilterRequested();
        }
    });
}

QWidget* PhotosWorkspace::makeToolRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 6, 12, 4);
    layout->setSpacing(8);
    place_->setProperty("heading", true);
    count_->setProperty("muted", true);
    count_->setObjectName(QStringLiteral("photosCount"));
    sortLabel_->setProperty("muted", true);
    sortLabel_->setBuddy(sort_);
    groups_->setObjectName(QStringLiteral("photosGroups"));
    groups_->setCheckable(true);
    groups_->setChecked(presenter_.arrangement().isGrouped);
    groups_->setProperty("chip", true);
    sort_->setObjectName(QStringLiteral("photosSort"));
    sort_->addItems({{}, {}, {}, {}});
    sort_->setCurrentIndex(static_cast<int>(presenter_.arrangement().sort));
    sort_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    zoom_->setObjectName(QStringLiteral("photosZoom"));
    zoom_->setRange(ThumbnailGrid::smallestTile, ThumbnailGrid::largestTile);
    zoom_->setValue(grid_->tileWidth());
    zoom_->setSingleStep(16);
    zoom_->setFixedWidth(104);
    layout->addWidget(place_);
    layout->addWidget(count_);
    layout->addStretch();
    layout->addWidget(choice_);
    layout->addWidget(groups_);
    layout->addSpacing(8);
    layout->addWidget(sortLabel_);
    layout->addWidget(sort_);
    layout->addSpacing(8);
    layout->addWidget(zoom_);
    return row;
}

void PhotosWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        presenter_.retranslate();
    }
    Workspace::changeEvent(event);
}

void PhotosWorkspace::retranslate() {
    grid_->setAccessibleName(tr("Photos"));
    groups_->setText(tr("Groups"));
    groups_->setToolTip(tr("Headings for folders or months, as photos are sorted"));
    sortLabel_->setText(tr("Sort"));
    const QStringList sorts{tr("Name"), tr("Newest first"), tr("Oldest first"), tr("Folder")};
    for (int i = 0; i < sorts.size(); ++i)
        sort_->setItemText(i, sorts[i]);
    sort_->setAccessibleName(tr("Sort photos by"));
    sort_->setToolTip(tr("Sort photos by"));
    zoom_->setAccessibleName(tr("Size of thumbnails"));
    zoom_->setToolTip(tr("Size of thumbnails (Ctrl+wheel, Ctrl++ and Ctrl+-)"));
    showState();
}

void PhotosWorkspace::showState() {
    const PhotoArrangement& arrangement = presenter_.arrangement();
    const int count = presenter_.photos().rowCount();
    const std::filesystem::path folder(arrangement.scope.folder);
    switch (arrangement.scope.kind) {
    case PhotoScope::Kind::All:
        place_->setText(tr("All photos"));
        break;
    case PhotoScope::Kind::Folder:
        place_->setText(pathName(folder));
        break;
    case PhotoScope::Kind::Tag:
        place_->setText(QString::fromStdString(arrangement.scope.tag));
        break;
    case PhotoScope::Kind::Missing:
        place_->setText(tr("Missing photos"));
        break;
    }
    count_->setText(countText(count));
    grid_->setSections(presenter_.sections());
    groups_->setEnabled(arrangement.sort != PhotoSort::Name);
    showEmpty();
    pages_->setCurrentIndex(count > 0 ? 0 : 1);
}

void PhotosWorkspace::showEmpty() {
    const PhotoArrangement& arrangement = presenter_.arrangement();
    if (!arrangement.filter.trimmed().isEmpty())
        empty_->setTexts(tr("No photo matches “%1”").arg(arrangement.filter),
                         tr("The filter looks at names, folders, tags, cameras and places."),
                         tr("Clear the filter"));
    else if (arrangement.criteria.count() > 0)
        empty_->setTexts(tr("No photo is like that"), tr("Choose other tags, dates, stars or labels."),
                         tr("Show all photos"));
    else if (arrangement.scope.kind == PhotoScope::Kind::Missing)
        empty_->setTexts(tr("No photo is missing"), tr("All files are where the library knows them."),
                         tr("Add a folder…"));
    else
        empty_->setTexts(tr("No photos here yet"),
                         tr("Add a folder, and its photos appear here while they are being indexed."),
                         tr("Add a folder…"));
}

} // namespace likeness::ui
