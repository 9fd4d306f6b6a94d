// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/region_features.h"

namespace likeness {

WindowGrid regionGrid(const ModelPack& pack) {
    return regionGrid(pack.stride32.width, pack.stride32.height);
}

std::vector<Descriptor> regionDescriptors(const FeatureMaps& maps, const ModelPack& pack) {
    return regionDescriptors(WindowPooling(maps.stride32, pack.gemPower));
}

std::vector<Descriptor> regionDescriptors(const WindowPooling& stride32) {
    const WindowGrid grid = regionGrid(stride32.columns(), stride32.rows());
    std::vector<Descriptor> descriptors;
    for (const CellWindow& window : grid.windows())
        descriptors.push_back(stride32.pool(window));
    return descriptors;
}

Descriptor boxDescriptor(const FeatureMaps& maps, const ModelPack& pack, const Rectangle& box) {
    const FeatureMap& map = maps.stride32;
    return WindowPooling(map, pack.gemPower).pool(cellsUnder(box, map.width, map.height, 0.0));
}

} // namespace likeness
