// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"

#include <cstddef>
#include <vector>

namespace likeness {

/// Whole cells of a feature map: columns x to x + width - 1, rows y to y + height - 1.
struct CellWindow {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(const CellWindow&) const = default;
};

/// The fixed windows of a map of `columns` x `rows` cells. A window's number is its place in the list, so
/// that a library stores no rectangles; the network's SHA-256 in the fingerprint stands for the grid.
class WindowGrid {
public:
    WindowGrid(int columns, int rows, std::vector<CellWindow> windows)
        : columns_(columns), rows_(rows), windows_(std::move(windows)) {}

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    std::size_t size() const { return windows_.size(); }
    const std::vector<CellWindow>& windows() const { return windows_; }
    const CellWindow& operator[](std::size_t number) const { return windows_[number]; }

    /// Where a window lies on the photo.
    Rectangle place(std::size_t number) const;

private:
    int columns_;
    int rows_;
    std::vector<CellWindow> windows_;
};

/// Windows with sides of 1, .67, .5 and .33 of the map's, each half over its neighbours: 39 on 12 x 12 cells.
WindowGrid regionGrid(int columns, int rows);

/// Windows of 1/6 and 1/3 of the map's sides in four shapes (square, wide, tall, large): 275 on 24 x 24
/// cells.
WindowGrid partGrid(int columns, int rows);

/// The cells that a rectangle touches by at least `least` of a cell, 0 to .5; one cell where there is none.
CellWindow cellsUnder(const Rectangle& rectangle, int columns, int rows, double least);

} // namespace likeness
