// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/window_codes.h"

#include <cstddef>
#include <span>
#include <vector>

namespace likeness {

/// Spots kept per photo: 64 codes of 256 bits are 2 kB.
inline constexpr std::size_t mostSpots = 64;

/// Keeps the windows that say most of a photo: one after the other, the one that is salient and unlike those
/// kept already, by saliency^.7 x (1 - similarity of the codes with the nearest kept). `saliency` has a value
/// of 0 or more for each window of `all`.
WindowCodes selectSpots(const WindowCodes& all, std::span<const double> saliency,
                        std::size_t most = mostSpots);

} // namespace likeness
