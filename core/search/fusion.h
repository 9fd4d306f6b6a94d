// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"

#include <memory>
#include <span>
#include <vector>

namespace likeness {

/// A granularity of a fused query and its share.
struct WeightedScorer {
    std::unique_ptr<Scorer> scorer;
    double weight = 1;
};

/// Scores photos by several granularities together. WeightedMean: score and similarity are the mean of the
/// calibrated similarities. Concatenated: the scorers rank by codes, and all codes are compared as one long
/// one, so that each counts by its length; its similarity is that of the mean logit, weighted in the same
/// way. A photo that a granularity can't score counts as not alike there. Errors of Scorer::score.
Result<std::vector<RankedPhoto>> scoreFused(std::span<const WeightedScorer> scorers,
                                            std::span<const PhotoId> photos, Fusion fusion);

} // namespace likeness
