// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicates_workspace.h"

#include "ui/duplicates/duplicate_texts.h"
#include "ui/shared/formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::ui {
namespace {

enum Page { GroupsPage, EmptyPage, BusyPage };

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    return made;
}

} // namespace

DuplicatesWorkspace::DuplicatesWorkspace(DuplicatesPresenter& presenter, ThumbnailLoader& thumbnails,
                                         PreviewLoader& previews, QWidget* parent)
    : Workspace(parent),
      presenter_(presenter),
      summary_(new QLabel(this)),
      rules_(button("duplicateRules", this)),
      again_(button("duplicatesAgain", this)),
      pages_(new QStackedWidget(this)),
      tree_(new QTreeView(this)),
      grid_(new ThumbnailGrid(thumbnails, this)),
      empty_(new EmptyView(QStringLiteral("similar"), this)),
      busyText_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      cancel_(button("duplicatesCancel", this)),
      choice_(new QLabel(this)),
      chooseAll_(button("chooseAllButKeepers", this)),
      chooseNone_(button("chooseNone", this)),
      undo_(button("duplicatesUndo", this)),
      tag_(button("duplicatesTag", this)),
      apart_(button("notDuplicates", this)),
      move_(button("duplicatesMove", this)),
      trash_(button("duplicatesTrash", this)) {
    setObjectName(QStringLiteral("duplicatesView"));
    setAttribute(Qt::WA_StyledBackground);
    pages_->addWidget(makeGroups(previews));
    pages_->addWidget(empty_);
    pages_->addWidget(makeBusyPage());
    actionRow_ = makeActionRow();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolRow());
    layout->addWidget(pages_, 1);
    layout->addWidget(actionRow_);
    connectParts();
    connectActions();
    retranslate();
}

QWidget* DuplicatesWorkspace::makeToolRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    static constexpr const char* names[] = {"kindExact", "kindNear", "kindBursts"};
    for (const DuplicateKind kind : allDuplicateKinds) {
        auto* chip = new QToolButton(row);
        chip->setObjectName(QLatin1String(names[static_cast<std::size_t>(kind)]));
        chip->setCheckable(true);
        chip->setProperty("chip", true);
        chip->setChecked(kind == presenter_.kind());
        kinds_.addButton(chip, static_cast<int>(kind));
        layout->addWidget(chip);
    }
    summary_->setObjectName(QStringLiteral("duplicatesSummary"));
    summary_->setProperty("muted", true);
    layout->addSpacing(4);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(summary_, 1);
    layout->addWidget(rules_);
    layout->addWidget(again_);
    return row;
}

QWidget* DuplicatesWorkspace::makeGroups(PreviewLoader& previews) {
    dressTree();
    grid_->setObjectName(QStringLiteral("groupGrid"));
    grid_->setModel(&presenter_.groupPhotos());
    comparison_ = new DuplicateComparison(previews, this);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(comparison_, 1);
    column->addWidget(grid_);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(tree_);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({430, 430});
    return splitter;
}

void DuplicatesWorkspace::dressTree() {
    tree_->setObjectName(QStringLiteral("duplicateGroups"));
    tree_->setModel(&presenter_.groups());
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setRootIsDecorated(false);
    tree_->setIndentation(8);
    tree_->setItemsExpandable(false);
    tree_->setIconSize({thumbnailSide, thumbnailSide});
    tree_->setAllColumnsShowFocus(true);
    tree_->setTextElideMode(Qt::ElideMiddle);
    tree_->setMinimumWidth(280);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setMinimumSectionSize(72); // sizes in pixels, in any font
    tree_->header()->setSectionResizeMode(DuplicateTreeModel::Name, QHeaderView::Stretch);
    for (const int column :
         {DuplicateTreeModel::Similarity, DuplicateTreeModel::Dimensions, DuplicateTreeModel::Size})
        tree_->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

QWidget* DuplicatesWorkspace::makeBusyPage() {
    auto* page = new QWidget(this);
    busyText_->setObjectName(QStringLiteral("duplicatesProgressText"));
    busyText_->setAlignment(Qt::AlignCenter);
    progress_->setObjectName(QStringLiteral("duplicatesProgress"));
    progress_->setTextVisible(false);
    progress_->setFixedWidth(320);
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(busyText_, 0, Qt::AlignHCenter);
    layout->addWidget(progress_, 0, Qt::AlignHCenter);
    layout->addWidget(cancel_, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget* DuplicatesWorkspace::makeActionRow() {
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("duplicateActions"));
    row->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(3); // so that all fits a window of 1024 pixels
    choice_->setObjectName(QStringLiteral("duplicateChoice"));
    choice_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(chooseAll_);
    layout->addWidget(chooseNone_);
    layout->addWidget(choice_, 1);
    for (QPushButton* each : {undo_, tag_, apart_, move_, trash_})
        layout->addWidget(each);
    trash_->setProperty("primary", true);
    trash_->setShortcut(QKeySequence(Qt::Key_Delete));
    undo_->setShortcut(QKeySequence::Undo);
    return row;
}

void DuplicatesWorkspace::connectParts() {
    DuplicateTreeModel& groups = presenter_.groups();
    connect(&presenter_, &DuplicatesPresenter::changed, this, &DuplicatesWorkspace::showState);
    connect(&presenter_, &DuplicatesPresenter::planned, this, &DuplicatesWorkspace::confirm);
    connect(&presenter_, &DuplicatesPresenter::done, this, [this](const DuplicateOutcome& outcome) {
        lastOutcome_ = DuplicateTexts::outcome(outcome);
        showChoice();
    });
    connect(&presenter_, &DuplicatesPresenter::undone, this, [this] {
        lastOutcome_ = tr("Undone");
        showChoice();
    });
    connect(&groups, &DuplicateTreeModel::choiceChanged, this, [this] {
        lastOutcome_.clear();
        showChoice();
    });
    connect(&groups, &QAbstractItemModel::modelReset, this, &DuplicatesWorkspace::showGroups);
    connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DuplicatesWorkspace::showCurrent);
    connect(tree_->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &DuplicatesWorkspace::wantThumbnails);
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                const PhotoId photo{current.data(PhotoIdRole).toLongLong()};
                const auto* group = presenter_.groups().group(tree_->currentIndex());
                if (!current.isValid() || group == nullptr)
                    return;
                QModelIndex top = tree_->currentIndex().parent();
                if (!top.isValid())
                    top = tree_->currentIndex();
                for (int row = 0; row < presenter_.groups().rowCount(top); ++row)
                    if (const auto index = presenter_.groups().index(row, 0, top);
                        presenter_.groups().photo(index)->id == photo)
                        tree_->setCurrentIndex(index);
            });
}

void DuplicatesWorkspace::connectActions() {
    connect(&kinds_, &QButtonGroup::idClicked, this,
            [this](int id) { presenter_.setKind(static_cast<DuplicateKind>(id)); });
    connect(rules_, &QPushButton::clicked, this, &DuplicatesWorkspace::openRules);
    connect(again_, &QPushButton::clicked, &presenter_, &DuplicatesPresenter::search);
    connect(cancel_, &QPushButton::clicked, &presenter_, &DuplicatesPresenter::cancel);
    connect(empty_, &EmptyView::buttonClicked, this, &DuplicatesWorkspace::emptyButtonClicked);
    connect(chooseAll_, &QPushButton::clicked, &presenter_.groups(),
            &DuplicateTreeModel::chooseAllButKeepers);
    connect(chooseNone_, &QPushButton::clicked, &presenter_.groups(), &DuplicateTreeModel::clearChoice);
    connect(undo_, &QPushButton::clicked, &presenter_, &DuplicatesPresenter::undo);
    connect(trash_, &QPushButton::clicked, this, [this] {
        presenter_.plan({DuplicateAction::Kind::Trash, {}, {}});
    });
    connect(apart_, &QPushButton::clicked, this, [this] {
        presenter_.plan({DuplicateAction::Kind::NotDuplicates, {}, {}});
    });
    connect(move_, &QPushButton::clicked, this, &DuplicatesWorkspace::chooseFolder);
    connect(tag_, &QPushButton::clicked, this, &DuplicatesWorkspace::chooseTag);
}

void DuplicatesWorkspace::takeFocus() {
    if (pages_->currentIndex() == EmptyPage)
        empty_->setFocus();
    else
        tree_->setFocus();
}

void DuplicatesWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Workspace::changeEvent(event);
}

void DuplicatesWorkspace::retranslate() {
    tree_->setAccessibleName(tr("Groups of duplicates"));
    grid_->setAccessibleName(tr("Photos of the group"));
    rules_->setText(tr("Rules…"));
    rules_->setToolTip(tr("Which photo is suggested to keep, and protected folders"));
    again_->setText(tr("Search again"));
    cancel_->setText(tr("Cancel"));
    chooseAll_->setText(tr("Choose the others"));
    chooseAll_->setToolTip(tr("Chooses all photos that are shown but those that are suggested to keep"));
    chooseNone_->setText(tr("Choose none"));
    undo_->setText(tr("Undo"));
    undo_->setToolTip(tr("Takes back what was done last (Ctrl+Z)"));
    tag_->setText(tr("Tag…"));
    tag_->setToolTip(tr("Gives the chosen photos a tag, in the library alone"));
    apart_->setText(tr("Not duplicates"));
    apart_->setToolTip(
        tr("Remembers that the chosen photos are no duplicates of the others in their groups"));
    move_->setText(tr("Move…"));
    move_->setToolTip(tr("Moves the chosen photos to a folder"));
    trash_->setText(tr("Move to trash"));
    trash_->setToolTip(tr("Moves the chosen photos to the trash, after a summary (Delete)"));
    // Setting a text takes a button's shortcut away.
    trash_->setShortcut(QKeySequence(Qt::Key_Delete));
    undo_->setShortcut(QKeySequence::Undo);
    presenter_.groups().retranslate();
    lastOutcome_.clear();
    showState();
}

void DuplicatesWorkspace::showState() {
    for (const DuplicateKind kind : allDuplicateKinds) {
        QAbstractButton* chip = kinds_.button(static_cast<int>(kind));
        const QString name = DuplicateTexts::kind(kind);
        chip->setText(presenter_.hasSearched()
                          ? QStringLiteral("%1  %2").arg(name, countText(presenter_.count(kind).groups))
                          : name);
        chip->setChecked(kind == presenter_.kind());
    }
    const auto count = presenter_.count(presenter_.kind());
    summary_->setText(count.groups > 0 ? tr("%1 could be freed").arg(sizeText(count.bytes)) : QString());
    again_->setEnabled(presenter_.canSearch());
    again_->setVisible(presenter_.hasSearched());
    showPage();
    showChoice();
}

void DuplicatesWorkspace::showPage() {
    if (presenter_.isSearching()) {
        const auto& progress = presenter_.progress();
        busyText_->setText(progress ? DuplicateTexts::progress(*progress) : tr("Starting…"));
        progress_->setRange(0, progress ? static_cast<int>(std::max<std::size_t>(progress->total, 1)) : 0);
        progress_->setValue(progress ? static_cast<int>(progress->done) : 0);
        pages_->setCurrentIndex(BusyPage);
        return;
    }
    const bool hasGroups = presenter_.groups().rowCount() > 0;
    pages_->setCurrentIndex(hasGroups ? GroupsPage : EmptyPage);
    if (!presenter_.hasSearched())
        empty_->setTexts(tr("Find duplicates"),
                         tr("Looks for exact copies, for edited, resized, cut and turned versions, and for "
                            "bursts. Nothing is changed: you decide what happens."),
                         tr("Find duplicates"));
    else if (presenter_.kind() == DuplicateKind::Burst)
        empty_->setTexts(tr("No bursts"),
                         tr("No photos of a scene were taken within ten seconds of each other, as far as "
                            "their capture times tell."),
                         tr("Search again"));
    else
        empty_->setTexts(tr("No duplicates of this kind"),
                         tr("Add another folder, or look at the other kinds above."), tr("Search again"));
}

void DuplicatesWorkspace::showChoice() {
    const DuplicateTreeModel& groups = presenter_.groups();
    const int chosen = static_cast<int>(groups.chosen().size());
    const bool canAct = chosen > 0 && !presenter_.isBusy();
    for (QPushButton* each : {tag_, apart_, move_, trash_})
        each->setEnabled(canAct);
    chooseNone_->setEnabled(chosen > 0);
    chooseAll_->setEnabled(groups.rowCount() > 0);
    undo_->setEnabled(presenter_.canUndo());
    if (!lastOutcome_.isEmpty() && chosen == 0)
        choice_->setText(lastOutcome_);
    else
        choice_->setText(chosen == 0
                             ? tr("None chosen")
                             : tr("%n chosen · %1", nullptr, chosen).arg(sizeText(groups.chosenBytes())));
    actionRow_->setVisible(presenter_.hasSearched() && !presenter_.isSearching());
}

} // namespace likeness::ui
