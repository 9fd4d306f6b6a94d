// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_request.h"

namespace likeness::ui {

/// How is searched, whatever the photo. Stays from query to query.
struct SearchManner {
    Ranking ranking = Ranking::Full;
    Rerank rerank = Rerank::Expansion;
    FusionWeights weights{};
    Fusion fusion = Fusion::WeightedMean;
    bool mirrored = false;
    bool rotated = false;
};

} // namespace likeness::ui
