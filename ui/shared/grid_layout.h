// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

namespace likeness::ui {

/// Where tiles of one size lie, row by row from the left, filling the width from edge to edge. All
/// arithmetic, so that a million tiles cost nothing.
class GridLayout {
public:
    static constexpr int gap = 4;

    GridLayout() = default;
    /// Tiles are as near to `wantedTileWidth` as a whole number of columns allows, and 7 : 8 in shape.
    GridLayout(int viewWidth, int wantedTileWidth, int count);

    int columns() const { return columns_; }
    QSize tile() const { return tile_; }
    int contentHeight() const;
    QRect tileRect(int index) const;
    /// -1 between tiles.
    int indexAt(QPoint point) const;
    /// First and one past the last index whose tiles touch [top, bottom).
    int firstIndexFrom(int top) const;
    int endIndexAt(int bottom) const;

private:
    int count_ = 0;
    int columns_ = 1;
    int spare_ = 0; // pixels that are given to the first columns, one each
    QSize tile_{1, 1};
};

} // namespace likeness::ui
