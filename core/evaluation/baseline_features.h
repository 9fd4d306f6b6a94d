// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/pooling.h"
#include "core/image/image.h"

#include <array>
#include <string_view>

namespace likeness {

/// Features from before deep networks, to compare with. Each is a vector of L2 norm 1 (or all zeros); two
/// photos are as alike as their cosine.
enum class Baseline {
    HsvHistogram, // colour: 16 x 4 x 4 bins of hue, saturation and value, square roots (Bhattacharyya)
    Lbp,   // texture: uniform local binary patterns (Ojala, Pietikäinen and Mäenpää 2002) in 2 x 2 cells
    Hog,   // shape: histograms of oriented gradients (Dalal and Triggs 2005) of 128 x 128 pixels
    PHash, // signs of the lowest 8 x 8 frequencies of 32 x 32 pixels: a code of 64 bits
};

inline constexpr std::array allBaselines{Baseline::HsvHistogram, Baseline::Lbp, Baseline::Hog,
                                         Baseline::PHash};

/// "hsv", "lbp", "hog", "phash".
std::string_view baselineName(Baseline baseline);

/// The feature of an upright photo of any size.
Descriptor baselineFeature(Baseline baseline, const Image& image);

} // namespace likeness
