// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/rectangle.h"
#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <cstddef>
#include <vector>

namespace likeness {

/// A place on each of two photos; both show something alike.
struct SpotMatch {
    Rectangle first;
    Rectangle second;
    int distance = 0; // Hamming distance of their codes
};

/// Spots of two photos that are each other's nearest by their part codes, the nearest first; of those that
/// overlap by half on either photo the first alone, and at most `most`. Only those whose codes differ in less
/// than 30 % of their bits: half is what chance gives. Empty where a photo has no part codes.
/// GranularityMissing where the recipe has no codebook of parts; LibraryFailed, LibraryDamaged.
Result<std::vector<SpotMatch>> matchSpots(const Database& database, const Recipe& recipe, PhotoId first,
                                          PhotoId second, std::size_t most);

} // namespace likeness
