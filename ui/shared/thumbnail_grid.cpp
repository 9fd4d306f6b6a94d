// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/thumbnail_grid.h"

#include "ui/shared/photo_roles.h"
#include "ui/shared/theme.h"
#include "ui/shared/thumbnail_delegate.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace likeness::ui {

ThumbnailGrid::ThumbnailGrid(ThumbnailLoader& thumbnails, QWidget* parent)
    : QAbstractItemView(parent), thumbnails_(thumbnails) {
    setItemDelegate(new ThumbnailDelegate(thumbnails, this));
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setMouseTracking(false);
    viewport()->setAutoFillBackground(false);
    wantTimer_.setSingleShot(true);
    wantTimer_.setInterval(0);
    connect(&wantTimer_, &QTimer::timeout, this, &ThumbnailGrid::wantVisibleThumbnails);
    connect(&thumbnails_, &ThumbnailLoader::loaded, this, &ThumbnailGrid::repaintPhoto);
}

int ThumbnailGrid::count() const {
    return model() ? model()->rowCount(rootIndex()) : 0;
}

QModelIndex ThumbnailGrid::firstVisible() const {
    if (count() == 0)
        return {};
    const int row = layout_.firstIndexFrom(verticalOffset() + layout_.tile().height());
    return model()->index(std::min(row, count() - 1), 0, rootIndex());
}

void ThumbnailGrid::setTileWidth(int width) {
    width = std::clamp(width, smallestTile, largestTile);
    if (width == tileWidth_)
        return;
    const int anchor = layout_.firstIndexFrom(verticalOffset() + layout_.tile().height() / 2);
    tileWidth_ = width;
    doItemsLayout();
    if (anchor < count())
        scrollTo(currentIndex().isValid() ? currentIndex() : model()->index(anchor, 0), PositionAtTop);
    Q_EMIT tileWidthChanged(width);
}

void ThumbnailGrid::layOut() {
    std::vector<int> firsts;
    for (const GridSection& section : sections_)
        firsts.push_back(section.first);
    layout_ = GridLayout(viewport()->width(), tileWidth_, count(), firsts);
    wantTimer_.start();
}

void ThumbnailGrid::setSections(std::vector<GridSection> sections) {
    if (sections_ == sections)
        return;
    sections_ = std::move(sections);
    doItemsLayout();
    viewport()->update();
}

void ThumbnailGrid::doItemsLayout() {
    layOut();
    QAbstractItemView::doItemsLayout();
}

QRect ThumbnailGrid::visualRect(const QModelIndex& index) const {
    return index.isValid() ? layout_.tileRect(index.row()).translated(0, -verticalOffset()) : QRect();
}

QModelIndex ThumbnailGrid::indexAt(const QPoint& point) const {
    const int row = layout_.indexAt(point + QPoint(0, verticalOffset()));
    return row < 0 || row >= count() ? QModelIndex() : model()->index(row, 0, rootIndex());
}

void ThumbnailGrid::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid())
        return;
    executeDelayedItemsLayout();
    const bool isUnderHeading =
        !sections_.empty() && layout_.above(index.row()) != index.row() - layout_.columns();
    const int before = isUnderHeading ? GridLayout::headingHeight : GridLayout::gap;
    const QRect tile = layout_.tileRect(index.row()).adjusted(0, -before, 0, GridLayout::gap);
    const int view = viewport()->height();
    int top = verticalOffset();
    if (hint == PositionAtCenter)
        top = tile.center().y() - view / 2;
    else if (hint == PositionAtTop || (hint == EnsureVisible && tile.top() < top))
        top = tile.top();
    else if (hint == PositionAtBottom || (hint == EnsureVisible && tile.bottom() >= top + view))
        top = tile.bottom() + 1 - view;
    verticalScrollBar()->setValue(top);
}

int ThumbnailGrid::verticalOffset() const {
    return verticalScrollBar()->value();
}

QModelIndex ThumbnailGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    if (count() == 0)
        return {};
    executeDelayedItemsLayout();
    const int rowsOnPage = std::max(1, viewport()->height() / (layout_.tile().height() + GridLayout::gap));
    const auto rowsAway = [&](int from, int (GridLayout::*step)(int) const) {
        for (int i = 0; i < rowsOnPage; ++i)
            from = (layout_.*step)(from);
        return from;
    };
    const int row = currentIndex().isValid() ? currentIndex().row() : 0;
    const int last = count() - 1;
    const auto to = [&](int target) { return model()->index(std::clamp(target, 0, last), 0, rootIndex()); };
    switch (action) {
    case MoveHome:
        return to(0);
    case MoveEnd:
        return to(last);
    case MoveUp:
        return to(layout_.above(row));
    case MoveDown:
        return to(layout_.below(row));
    case MovePageUp:
        return to(rowsAway(row, &GridLayout::above));
    case MovePageDown:
        return to(rowsAway(row, &GridLayout::below));
    case MoveLeft:
    case MovePrevious:
        return to(row - 1);
    case MoveRight:
    case MoveNext:
        return to(row + 1);
    }
    return currentIndex();
}

void ThumbnailGrid::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) {
    const QRect area = rect.normalized().translated(0, verticalOffset());
    QItemSelection selection;
    const int end = layout_.endIndexAt(area.bottom() + 1);
    for (int row = layout_.firstIndexFrom(area.top()); row < end; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        if (layout_.tileRect(row).intersects(area))
            selection.select(index, index);
    }
    selectionModel()->select(selection, flags);
}

QRegion ThumbnailGrid::visualRegionForSelection(const QItemSelection& selection) const {
    const int first = layout_.firstIndexFrom(verticalOffset());
    const int end = layout_.endIndexAt(verticalOffset() + viewport()->height());
    QRegion region;
    for (const QItemSelectionRange& range : selection)
        for (int row = std::max(range.top(), first); row <= std::min(range.bottom(), end - 1); ++row)
            region += visualRect(model()->index(row, 0, rootIndex()));
    return region;
}

void ThumbnailGrid::dataChanged(const QModelIndex&, const QModelIndex&, const QList<int>&) {
    viewport()->update();
    wantTimer_.start();
}

void ThumbnailGrid::rowsInserted(const QModelIndex& parent, int start, int end) {
    QAbstractItemView::rowsInserted(parent, start, end);
    scheduleDelayedItemsLayout();
}

void ThumbnailGrid::updateGeometries() {
    const int rowHeight = layout_.tile().height() + GridLayout::gap;
    verticalScrollBar()->setRange(0, std::max(0, layout_.contentHeight() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(std::max(16, rowHeight / 3));
    QAbstractItemView::updateGeometries();
}

void ThumbnailGrid::resizeEvent(QResizeEvent* event) {
    const int anchor = layout_.firstIndexFrom(verticalOffset() + layout_.tile().height() / 2);
    const bool hadScrolled = verticalOffset() > 0;
    QAbstractItemView::resizeEvent(event);
    doItemsLayout();
    if (hadScrolled && anchor < count())
        scrollTo(model()->index(anchor, 0, rootIndex()), PositionAtTop);
}

void ThumbnailGrid::scrollContentsBy(int dx, int dy) {
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    wantTimer_.start();
}

void ThumbnailGrid::paintEvent(QPaintEvent* event) {
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    const QRect area = event->rect().translated(0, verticalOffset());
    paintHeadings(painter, area);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int end = std::min(layout_.endIndexAt(area.bottom() + 1), count());
    for (int row = layout_.firstIndexFrom(area.top()); row < end; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        option.rect = visualRect(index);
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        itemDelegate()->paint(&painter, option, index);
    }
}

void ThumbnailGrid::paintHeadings(QPainter& painter, const QRect& area) const {
    const auto isAbove = [&](const GridSection& section) {
        const auto number = static_cast<std::size_t>(&section - sections_.data());
        return layout_.headingRect(number).bottom() < area.top();
    };
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Theme::colors().text);
    for (auto section = std::partition_point(sections_.begin(), sections_.end(), isAbove);
         section != sections_.end(); ++section) {
        const QRect rect = layout_.headingRect(static_cast<std::size_t>(section - sections_.begin()));
        if (rect.top() > area.bottom())
            break;
        const QRect line = rect.translated(0, -verticalOffset()).adjusted(12, 6, -12, 0);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(section->title, Qt::ElideLeft, line.width()));
    }
}

void ThumbnailGrid::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractItemView::wheelEvent(event);
        return;
    }
    setTileWidth(tileWidth_ + (event->angleDelta().y() > 0 ? 16 : -16));
    event->accept();
}

void ThumbnailGrid::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT enlargeRequested(currentIndex());
        return;
    }
    QAbstractItemView::keyPressEvent(event);
}

void ThumbnailGrid::showEvent(QShowEvent* event) {
    QAbstractItemView::showEvent(event);
    wantTimer_.start();
}

void ThumbnailGrid::hideEvent(QHideEvent* event) {
    QAbstractItemView::hideEvent(event);
    wantTimer_.stop();
    thumbnails_.want(this, {}, {});
}

void ThumbnailGrid::wantVisibleThumbnails() {
    if (!isVisible() || count() == 0)
        return;
    const int view = viewport()->height();
    const int top = verticalOffset();
    const int first = layout_.firstIndexFrom(top);
    const int end = std::min(layout_.endIndexAt(top + view), count());
    const int endAhead = std::min(layout_.endIndexAt(top + 2 * view), count());
    const int firstBehind = layout_.firstIndexFrom(top - view / 2);
    std::vector<ThumbnailRequest> requests;
    const auto add = [&](int from, int to) {
        for (int row = from; row < to; ++row)
            requests.push_back(
                model()->index(row, 0, rootIndex()).data(ThumbnailRole).value<ThumbnailRequest>());
    };
    add(first, end);
    add(end, endAhead);
    add(firstBehind, first);
    thumbnails_.want(this, layout_.tile() * devicePixelRatioF(), std::move(requests));
    Q_EMIT looksAt(first, endAhead);
}

void ThumbnailGrid::repaintPhoto(PhotoId photo) {
    if (!isVisible())
        return;
    const int end = std::min(layout_.endIndexAt(verticalOffset() + viewport()->height()), count());
    for (int row = layout_.firstIndexFrom(verticalOffset()); row < end; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        if (index.data(PhotoIdRole).toLongLong() == photo.value)
            viewport()->update(visualRect(index));
    }
}

} // namespace likeness::ui
