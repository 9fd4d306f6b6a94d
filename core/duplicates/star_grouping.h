// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/duplicate_group.h"

#include <functional>
#include <span>
#include <vector>

namespace likeness {

/// A reference and what was found alike with it.
struct Star {
    PhotoId reference;
    std::vector<DuplicateMember> members; // most alike first, ties by id
};

/// Parts photos into stars, each photo into one at most: the photo that most of those left are alike with
/// becomes the next reference; among equals the one that `isBetter` prefers, then the one with the lower id.
std::vector<Star> groupIntoStars(std::span<const AlikePair> pairs,
                                 const std::function<bool(PhotoId, PhotoId)>& isBetter);

} // namespace likeness
