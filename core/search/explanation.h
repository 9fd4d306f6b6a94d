// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/hashing/recipe.h"
#include "core/search/search_result.h"

#include <span>

namespace likeness {

/// Takes the cosine of two whitened descriptors apart into what each cell of the photo's stride-32 map adds
/// to it. The cosine is linear in the pooled vector; a channel's pooled value is shared among the cells by
/// their v^p, which GeM sums up. `query` is a re-ranking vector.
ShareMap sharesOf(std::span<const float> query, const FeatureMap& map, const Recipe& recipe);

} // namespace likeness
