// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/grid_layout.h"
#include "ui/shared/grid_section.h"
#include "ui/shared/thumbnail_loader.h"

#include <QAbstractItemView>
#include <QTimer>

#include <vector>

namespace likeness::ui {

/// A grid of thumbnails from edge to edge. Only what is visible is painted and asked of the thumbnail loader,
/// and the layout is arithmetic, so a library of any size scrolls alike. Enter or a double click activates,
/// Space enlarges, Ctrl+wheel zooms.
class ThumbnailGrid : public QAbstractItemView {
    Q_OBJECT

public:
    static constexpr int smallestTile = 64;
    static constexpr int largestTile = 320;

    explicit ThumbnailGrid(ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    int tileWidth() const { return tileWidth_; }
    void setTileWidth(int width);

    /// Headings; they belong to the rows as they are now.
    void setSections(std::vector<GridSection> sections);

    /// The first photo whose whole tile is in sight, or the last one of all.
    QModelIndex firstVisible() const;

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    void doItemsLayout() override;
    void keyboardSearch(const QString&) override {} // letters are shortcuts

Q_SIGNALS:
    void tileWidthChanged(int width);
    void enlargeRequested(const QModelIndex& index);
    /// These rows are in sight, first and one after the last, or will be soon.
    void looksAt(int first, int end);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    int count() const;
    void layOut();
    void wantVisibleThumbnails();
    void paintHeadings(QPainter& painter, const QRect& area) const;
    void repaintPhoto(PhotoId photo);

    ThumbnailLoader& thumbnails_;
    GridLayout layout_;
    std::vector<GridSection> sections_;
    QTimer wantTimer_; // gathers what changes within one turn of the event loop
    int tileWidth_ = 152;
};

} // namespace likeness::ui
