// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>

namespace likeness::training {

/// A random part of the photo, mirrored every other time: 30 to 100 % of its area, its aspect changed by at
/// most 4:3. The same seed gives the same part.
Image randomCrop(const Image& image, std::uint64_t seed);

} // namespace likeness::training
