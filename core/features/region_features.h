// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/model_pack.h"
#include "core/features/pooling.h"
#include "core/features/window_grid.h"
#include "core/features/window_pooling.h"

#include <vector>

namespace likeness {

/// The windows that a photo's region codes stand for.
WindowGrid regionGrid(const ModelPack& pack);

/// GeM of the stride-32 map in each window of the grid.
std::vector<Descriptor> regionDescriptors(const FeatureMaps& maps, const ModelPack& pack);
/// The same where the map's sums are there already.
std::vector<Descriptor> regionDescriptors(const WindowPooling& stride32);

/// GeM of the stride-32 cells that a box touches.
Descriptor boxDescriptor(const FeatureMaps& maps, const ModelPack& pack, const Rectangle& box);

} // namespace likeness
