// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"
#include "core/image/image.h"

#include <vector>

namespace likeness {

/// One of the eight ways to lay a photo: mirrored left to right where asked, then turned clockwise.
struct Orientation {
    enum class Mirror { No, Yes } mirror = Mirror::No;
    int quarterTurns = 0; // clockwise, 0 to 3
    bool operator==(const Orientation&) const = default;
};

/// The pixels, and places on them, in another orientation.
Image oriented(const Image& image, Orientation orientation);
Rectangle oriented(const Rectangle& place, Orientation orientation);

/// The part of an image under a rectangle, at least one pixel. Columns and rows that it touches are in.
Image cropped(const Image& image, const Rectangle& rectangle);

} // namespace likeness
