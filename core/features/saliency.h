// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/window_grid.h"

#include <cstdint>
#include <vector>

namespace likeness {

/// How strongly the network responds to each cell: objects stand out from skies and walls. One byte a cell,
/// row by row, the strongest cell 255.
struct SaliencyMap {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> cells;
};

/// L2 norm over the channels of each cell.
SaliencyMap saliencyOf(const FeatureMap& map);

/// Sum of the cells in each window of a grid over a map of the same photo, divided by the window's area.
std::vector<double> meanSaliency(const SaliencyMap& saliency, const WindowGrid& grid);

/// Where what stands out within a rectangle has its centre of mass.
Point salientCentre(const SaliencyMap& saliency, const Rectangle& rectangle);

} // namespace likeness
