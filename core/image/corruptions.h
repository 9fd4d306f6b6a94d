// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace likeness {

/// A way to spoil a photo, for measuring how well retrieval stands it.
struct Corruption {
    std::string_view name;
    std::string_view family; // noise, blur, weather, digital, crop, rotation, flip
    /// Severity is 1 to 5. The same image, severity and seed give the same pixels, of the same size but for
    /// crops and quarter turns.
    Image (*apply)(const Image& image, int severity, std::uint64_t seed);
};

/// The 15 of ImageNet-C (Hendrycks and Dietterich 2019) in its strengths for images of 224 pixels, then
/// centred crops that keep .9 to .5 of each side, rotations by 5 to 45 degrees with a mirrored border, and
/// flips: mirrored, upside down, turned by 90, 180 and 270 degrees (in place of severities 1 to 5). Unlike
/// there, frost is an overlay that is made by code, not one of six photos of ice.
std::span<const Corruption> allCorruptions();

} // namespace likeness
