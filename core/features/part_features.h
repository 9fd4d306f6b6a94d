// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/model_pack.h"
#include "core/features/pooling.h"
#include "core/features/window_grid.h"
#include "core/features/window_pooling.h"

#include <vector>

namespace likeness {

/// The windows that spots are chosen from, in cells of the stride-16 map.
WindowGrid partGrid(const ModelPack& pack);

/// Describes small windows of a photo: the mean of the stride-16 cells (where exactly) and the GeM of the
/// stride-32 cells above them (what, with its surroundings), each of L2 norm 1, one after the other.
class PartPooling {
public:
    /// Copies what it needs of the maps.
    PartPooling(const FeatureMaps& maps, const ModelPack& pack)
        : fine_(maps.stride16, 1.0F), coarse_(maps.stride32, pack.gemPower) {}

    const WindowPooling& stride32() const { return coarse_; }

    /// Of each window of the part grid.
    std::vector<Descriptor> poolGrid() const;
    /// `window` in stride-16 cells. stride16.channels + stride32.channels values.
    Descriptor pool(const CellWindow& window) const;
    /// The spot under a box.
    Descriptor pool(const Rectangle& box) const;

private:
    WindowPooling fine_;
    WindowPooling coarse_;
};

/// A click as a box: the smallest window of the part grid around the point, moved into the photo. Other boxes
/// are cut at the photo's edges.
Rectangle spotBox(const Rectangle& boxOrClick);

} // namespace likeness
