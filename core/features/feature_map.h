// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace likeness {

/// Activations of one network output, channel-major: values[(c * height + y) * width + x]. The input is the
/// whole photo squashed to the network's square, so cell (x, y) covers the photo's fraction
/// [x / width, (x + 1) / width) x [y / height, (y + 1) / height).
struct FeatureMap {
    int channels = 0;
    int height = 0;
    int width = 0;
    std::vector<float> values;

    std::span<const float> channel(int c) const {
        const auto cells = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
        return {values.data() + static_cast<std::size_t>(c) * cells, cells};
    }
};

/// What one network pass gives.
struct FeatureMaps {
    FeatureMap stride16; // finer cells, for parts
    FeatureMap stride32; // coarser cells, for the global descriptor and regions
};

} // namespace likeness
