// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/orientation.h"

#include <array>

namespace likeness {

/// An affine map of the plane: (x, y) goes to (m[0] x + m[1] y + m[2], m[3] x + m[4] y + m[5]).
struct PlaneMap {
    std::array<double, 6> m{1, 0, 0, 0, 1, 0};
};

struct PixelSize {
    int width = 0;
    int height = 0;
};

/// Lays a whole image in an orientation over a whole other image, each side stretched to fit. Coordinates are
/// those of pixel centres: (0, 0) is the middle of the first pixel.
PlaneMap wholeOver(PixelSize from, Orientation orientation, PixelSize to);

/// First `first`, then `second`.
PlaneMap chained(const PlaneMap& first, const PlaneMap& second);

/// Mirrors an image of that width left to right.
PlaneMap mirrorOf(int width);

} // namespace likeness
