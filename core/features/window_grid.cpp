// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/window_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace likeness {
namespace {

struct Span {
    int first;
    int length;
};

/// First cells of windows of `length` cells that start every `step` cells; the last one ends at the edge.
std::vector<int> starts(int cells, int length, int step) {
    std::vector<int> all;
    for (int start = 0; start + length <= cells; start += step)
        all.push_back(start);
    if (all.back() != cells - length)
        all.push_back(cells - length);
    return all;
}

void appendWindows(std::vector<CellWindow>& windows, std::array<int, 2> cells, std::array<int, 2> size,
                   std::array<int, 2> step) {
    for (const int y : starts(cells[1], size[1], step[1]))
        for (const int x : starts(cells[0], size[0], step[0]))
            windows.push_back({x, y, size[0], size[1]});
}

int cellsOf(int cells, double share) {
    return std::max(1, static_cast<int>(std::lround(cells * share)));
}

/// Edges that lie on edges of cells are computed with rounding.
constexpr double roundingOfACell = 1e-6;

Span spanUnder(double from, double to, int cells, double leastOfACell) {
    const double least = std::max(leastOfACell, roundingOfACell);
    const int first = std::clamp(static_cast<int>(std::floor(from * cells + least)), 0, cells - 1);
    const int end = std::clamp(static_cast<int>(std::ceil(to * cells - least)), first + 1, cells);
    return {first, end - first};
}

} // namespace

Rectangle WindowGrid::place(std::size_t number) const {
    const CellWindow& window = windows_[number];
    const double cellWidth = 1.0 / columns_;
    const double cellHeight = 1.0 / rows_;
    return {window.x * cellWidth, window.y * cellHeight, window.width * cellWidth,
            window.height * cellHeight};
}

WindowGrid regionGrid(int columns, int rows) {
    std::vector<CellWindow> windows;
    for (const double side : {1.0, 0.67, 0.5, 0.33}) {
        const std::array size{cellsOf(columns, side), cellsOf(rows, side)};
        appendWindows(windows, {columns, rows}, size, {std::max(1, size[0] / 2), std::max(1, size[1] / 2)});
    }
    return {columns, rows, std::move(windows)};
}

WindowGrid partGrid(int columns, int rows) {
    const std::array small{cellsOf(columns, 1.0 / 6), cellsOf(rows, 1.0 / 6)};
    const std::array large{cellsOf(columns, 1.0 / 3), cellsOf(rows, 1.0 / 3)};
    const std::array fine{std::max(1, small[0] / 2), std::max(1, small[1] / 2)};
    std::vector<CellWindow> windows;
    appendWindows(windows, {columns, rows}, small, fine);
    appendWindows(windows, {columns, rows}, {large[0], small[1]}, fine);
    appendWindows(windows, {columns, rows}, {small[0], large[1]}, small);
    appendWindows(windows, {columns, rows}, large, small);
    return {columns, rows, std::move(windows)};
}

CellWindow cellsUnder(const Rectangle& rectangle, int columns, int rows, double least) {
    const Span across = spanUnder(rectangle.x, rectangle.right(), columns, least);
    const Span down = spanUnder(rectangle.y, rectangle.bottom(), rows, least);
    return {across.first, down.first, across.length, down.length};
}

} // namespace likeness
