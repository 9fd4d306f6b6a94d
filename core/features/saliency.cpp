// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/saliency.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

std::uint8_t cellAt(const SaliencyMap& saliency, int x, int y) {
    return saliency.cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(saliency.columns) +
                          static_cast<std::size_t>(x)];
}

/// Higher powers follow the strongest cells alone, lower ones the middle of the rectangle.
double mass(std::uint8_t cell) {
    return static_cast<double>(cell) * cell;
}

} // namespace

SaliencyMap saliencyOf(const FeatureMap& map) {
    const auto cells = static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height);
    std::vector<float> squares(cells);
    for (int c = 0; c < map.channels; ++c) {
        const auto channel = map.channel(c);
        for (std::size_t i = 0; i < cells; ++i)
            squares[i] += channel[i] * channel[i];
    }
    const float largest = squares.empty() ? 0.0F : *std::ranges::max_element(squares);
    SaliencyMap saliency{map.width, map.height, std::vector<std::uint8_t>(cells)};
    if (largest <= 0.0F)
        return saliency;
    for (std::size_t i = 0; i < cells; ++i)
        saliency.cells[i] = static_cast<std::uint8_t>(std::lround(255.0F * std::sqrt(squares[i] / largest)));
    return saliency;
}

std::vector<double> meanSaliency(const SaliencyMap& saliency, const WindowGrid& grid) {
    std::vector<double> means;
    for (std::size_t number = 0; number < grid.size(); ++number) {
        const CellWindow cells = cellsUnder(grid.place(number), saliency.columns, saliency.rows, 0.0);
        double sum = 0;
        for (int y = cells.y; y < cells.y + cells.height; ++y)
            for (int x = cells.x; x < cells.x + cells.width; ++x)
                sum += cellAt(saliency, x, y);
        means.push_back(sum / (cells.width * cells.height));
    }
    return means;
}

Point salientCentre(const SaliencyMap& saliency, const Rectangle& rectangle) {
    const CellWindow cells = cellsUnder(rectangle, saliency.columns, saliency.rows, 0.0);
    Point weighted;
    double total = 0;
    for (int y = cells.y; y < cells.y + cells.height; ++y)
        for (int x = cells.x; x < cells.x + cells.width; ++x) {
            const double weight = mass(cellAt(saliency, x, y));
            weighted.x += weight * (x + 0.5) / saliency.columns;
            weighted.y += weight * (y + 0.5) / saliency.rows;
            total += weight;
        }
    return total > 0 ? Point{weighted.x / total, weighted.y / total} : rectangle.centre();
}

} // namespace likeness
