// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/result_table.h"

#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QIcon>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>
#include <vector>

namespace likeness::ui {

namespace {

constexpr QSize thumbnailSize(42, 48); // as tiles of the grid are shaped
constexpr int heightOfRows = 58;

/// Paints a row as one: selected where its first cell is, which has the thumbnail beside the name.
class RowDelegate : public QStyledItemDelegate {
public:
    RowDelegate(const ThumbnailLoader& thumbnails, const QAbstractItemView& view, QObject* parent)
        : QStyledItemDelegate(parent), thumbnails_(thumbnails), view_(view) {}

    /// The view itself marks the first cell alone.
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (view_.selectionModel()->isSelected(index.siblingAtColumn(0)))
            painter->fillRect(option.rect, Theme::colors().hover);
        QStyledItemDelegate::paint(painter, option, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isSelected = view_.selectionModel()->isSelected(index.siblingAtColumn(0));
        option->state.setFlag(QStyle::State_Selected, isSelected);
        option->textElideMode = Qt::ElideMiddle;
        if (index.column() == ResultListModel::Name)
            addThumbnail(*option, PhotoId{index.data(PhotoIdRole).toLongLong()});
    }

private:
    /// The same where the row is selected: no tint over a photo.
    void addThumbnail(QStyleOptionViewItem& option, PhotoId photo) const {
        option.features |= QStyleOptionViewItem::HasDecoration;
        option.decorationSize = thumbnailSize;
        if (const QPixmap* thumbnail = thumbnails_.find(photo)) {
            option.icon = QIcon(*thumbnail);
            option.icon.addPixmap(*thumbnail, QIcon::Selected);
        }
    }

    const ThumbnailLoader& thumbnails_;
    const QAbstractItemView& view_;
};

} // namespace

ResultTable::ResultTable(ResultListModel& results, ThumbnailLoader& thumbnails, QWidget* parent)
    : QTableView(parent), thumbnails_(thumbnails) {
    setObjectName(QStringLiteral("resultsTable"));
    setModel(&results);
    setItemDelegate(new RowDelegate(thumbnails, *this, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setCornerWidget(new QWidget(this)); // nothing between the scroll bars
    setWordWrap(false);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setContextMenuPolicy(Qt::CustomContextMenu);
    dressHeader();
    wantTimer_.setSingleShot(true);
    wantTimer_.setInterval(0);
    const auto want = [this] { wantTimer_.start(); };
    connect(&wantTimer_, &QTimer::timeout, this, &ResultTable::wantVisibleThumbnails);
    connect(&results, &QAbstractItemModel::rowsInserted, this, want);
    connect(&results, &QAbstractItemModel::rowsRemoved, this, want);
    connect(&results, &QAbstractItemModel::layoutChanged, this, want);
    connect(&thumbnails_, &ThumbnailLoader::loaded, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void ResultTable::dressHeader() {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightOfRows);
    QHeaderView& header = *horizontalHeader();
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setHighlightSections(false);
    header.setSectionsMovable(true);
    header.setSortIndicator(ResultListModel::Similarity, Qt::DescendingOrder);
    setSortingEnabled(true);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    for (const auto& [column, ems] : {std::pair{ResultListModel::Name, 17},
                                      {ResultListModel::Similarity, 10},
                                      {ResultListModel::Verdict, 12},
                                      {ResultListModel::Taken, 15},
                                      {ResultListModel::Folder, 16},
                                      {ResultListModel::Size, 9},
                                      {ResultListModel::Camera, 16}})
        setColumnWidth(column, ems * em);
}

void ResultTable::sortAgain() {
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

QModelIndex ResultTable::firstVisible() const {
    return indexAt({0, 0});
}

void ResultTable::setSelectionModel(QItemSelectionModel* selection) {
    QTableView::setSelectionModel(selection);
    connect(selection, &QItemSelectionModel::selectionChanged, viewport(), qOverload<>(&QWidget::update));
}

QModelIndex ResultTable::indexAt(const QPoint& point) const {
    const int row = rowAt(point.y());
    return row < 0 ? QModelIndex() : model()->index(row, 0);
}

QModelIndex ResultTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (action == MoveHome)
        return model()->index(0, 0);
    if (action == MoveEnd)
        return model()->index(model()->rowCount() - 1, 0);
    if (action == MoveLeft || action == MoveRight) {
        horizontalScrollBar()->triggerAction(action == MoveLeft ? QAbstractSlider::SliderSingleStepSub
                                                                : QAbstractSlider::SliderSingleStepAdd);
        return currentIndex();
    }
    return QTableView::moveCursor(action, modifiers);
}

void ResultTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT enlargeRequested(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResultTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableView::changeEvent(event);
}

void ResultTable::retranslate() {
    setAccessibleName(tr("Similar photos as a list"));
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

void ResultTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    wantTimer_.start();
}

void ResultTable::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    wantTimer_.start();
}

void ResultTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    wantTimer_.start();
}

void ResultTable::hideEvent(QHideEvent* event) {
    QTableView::hideEvent(event);
    wantTimer_.stop();
    thumbnails_.want(this, {}, {});
}

/// Those in sight, then those of the next page.
void ResultTable::wantVisibleThumbnails() {
    const int first = rowAt(0);
    if (!isVisible() || first < 0)
        return;
    const int onPage = viewport()->height() / heightOfRows + 1;
    const int end = std::min(model()->rowCount(), first + 2 * onPage);
    std::vector<ThumbnailRequest> requests;
    for (int row = first; row < end; ++row)
        requests.push_back(model()->index(row, 0).data(ThumbnailRole).value<ThumbnailRequest>());
    thumbnails_.want(this, thumbnailSize * devicePixelRatioF(), std::move(requests));
}

} // namespace likeness::ui
