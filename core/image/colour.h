// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/vips_library.h"

namespace likeness {

/// Transparency laid over white. Comes before any averaging, which would mix in the colour of what can't be
/// seen.
VipsImagePtr flattenedOnWhite(VipsImagePtr image);

/// Three bands of 8-bit sRGB from any kind of pixels: by the embedded ICC profile, where there is one that
/// fits, else by what the format says (CMYK: by a general press profile). Samples in no known range (float,
/// 32 bit) are stretched from their least to their greatest value. `image` is in memory.
VipsImagePtr toSrgb(VipsImagePtr image);

} // namespace likeness
