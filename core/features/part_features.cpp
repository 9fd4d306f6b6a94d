// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/part_features.h"

#include <algorithm>

namespace likeness {
namespace {

/// A box that touches less of a cell leaves it out: labels and hands aren't more exact than that.
constexpr double leastOfACell = 0.25;

constexpr double clickSide = 1.0 / 6;

} // namespace

WindowGrid partGrid(const ModelPack& pack) {
    return partGrid(pack.stride16.width, pack.stride16.height);
}

std::vector<Descriptor> PartPooling::poolGrid() const {
    const WindowGrid grid = partGrid(fine_.columns(), fine_.rows());
    std::vector<Descriptor> descriptors;
    for (const CellWindow& window : grid.windows())
        descriptors.push_back(pool(window));
    return descriptors;
}

Descriptor PartPooling::pool(const CellWindow& window) const {
    const Rectangle place = WindowGrid(fine_.columns(), fine_.rows(), {window}).place(0);
    Descriptor joined = fine_.pool(window);
    const Descriptor coarse = coarse_.pool(cellsUnder(place, coarse_.columns(), coarse_.rows(), 0.0));
    joined.insert(joined.end(), coarse.begin(), coarse.end());
    return joined;
}

Descriptor PartPooling::pool(const Rectangle& box) const {
    return pool(cellsUnder(box, fine_.columns(), fine_.rows(), leastOfACell));
}

Rectangle spotBox(const Rectangle& boxOrClick) {
    if (boxOrClick.width > 0 && boxOrClick.height > 0)
        return withinPhoto(boxOrClick);
    const double x = std::clamp(boxOrClick.x - clickSide / 2, 0.0, 1.0 - clickSide);
    const double y = std::clamp(boxOrClick.y - clickSide / 2, 0.0, 1.0 - clickSide);
    return {x, y, clickSide, clickSide};
}

} // namespace likeness
