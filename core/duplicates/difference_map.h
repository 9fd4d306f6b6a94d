// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/photo_look.h"

#include <optional>
#include <vector>

namespace likeness {

/// How far the places of a photo are from what another one shows there.
struct DifferenceMap {
    static constexpr float unknown = -1; // the other photo doesn't reach there

    int width = 0;
    int height = 0;
    std::vector<float> values; // 0 to 1 or unknown, row by row
    double differing = 0;      // share of what both show that differs to the eye, 0 to 1
};

/// Lays `other` over `photo`, as a whole in the orientation that fits best or by local features, evens out
/// brightness and contrast, and takes the difference of luma. Nothing where they don't show the same picture.
std::optional<DifferenceMap> differenceMap(const PhotoLook& photo, const PhotoLook& other);

} // namespace likeness
