// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstddef>
#include <vector>

namespace likeness::ui {

/// Where tiles of one size lie, row by row from the left, filling the width from edge to edge; in sections,
/// each under a heading, where there are any. All arithmetic, so that a million tiles cost nothing.
class GridLayout {
public:
    static constexpr int gap = 4;
    static constexpr int headingHeight = 36;

    GridLayout() = default;
    /// Tiles are as near to `wantedTileWidth` as a whole number of columns allows, and 7 : 8 in shape.
    /// `sections`: the first tile of each, ascending.
    GridLayout(int viewWidth, int wantedTileWidth, int count, const std::vector<int>& sections = {});

    int columns() const { return columns_; }
    QSize tile() const { return tile_; }
    int contentHeight() const;
    QRect tileRect(int index) const;
    /// Over the whole width.
    QRect headingRect(std::size_t section) const;
    /// -1 between tiles.
    int indexAt(QPoint point) const;
    /// First and one past the last index whose tiles touch [top, bottom).
    int firstIndexFrom(int top) const;
    int endIndexAt(int bottom) const;
    /// The tile above or below; the same one where there is none.
    int above(int index) const;
    int below(int index) const;

private:
    /// A section, or all tiles.
    struct Band {
        int first = 0;
        int count = 0;
        int top = 0; // of its tiles
    };
    int rowHeight() const { return tile_.height() + gap; }
    int rowsOf(const Band& band) const { return (band.count + columns_ - 1) / columns_; }
    std::size_t bandOf(int index) const;
    /// The last one that begins at or above y; the first one where none does.
    std::size_t bandAt(int y) const;

    int viewWidth_ = 1;
    int columns_ = 1;
    int spare_ = 0; // pixels that are given to the first columns, one each
    QSize tile_{1, 1};
    std::vector<Band> bands_{Band{}};
};

} // namespace likeness::ui
