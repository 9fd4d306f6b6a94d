// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/box_truth.h"
#include "core/search/search_engine.h"
#include "core/search/search_request.h"

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace likeness {

struct BoxEvaluationOptions {
    /// How each box is searched by: mode, ranking, fusion. Its query, boxes and top are set for each box.
    SearchRequest request;
    // Which boxes are queries. Areas are fractions of the photo's.
    double minArea = 0;
    double maxArea = 1;
    int minPhotosOfClass = 2;
    std::set<std::string> excluded; // classes
};

struct BoxEvaluation {
    double map = 0; // mean tie-aware average precision over all queries
    double precisionAt1 = 0;
    /// Among the right photos of the first five: the share with the centre of a matched place in a right box.
    double localisation = 0;
    double calibrationError = 0; // over all pairs of query and photo
    std::int64_t queries = 0;
    std::int64_t photos = 0; // each ranked for every query
    double msPerQuery = 0;   // all of a query but decoding
};

/// A pair of a query and a photo, for fitting calibrations.
struct JudgedPair {
    double score = 0;
    bool right = false;
};

/// Queries each labelled box against all other photos, through the engine as a user would. A photo is right
/// where it has a box of the same class. `progress` hears the share done, 0 to 1; `pairs`, where not null,
/// gets every pair. Errors of SearchEngine::search, NoBoxes where no box qualifies, Cancelled.
Result<BoxEvaluation> evaluateBoxes(SearchEngine& engine, std::span<const Photo> photos,
                                    const BoxTruth& truth, const BoxEvaluationOptions& options,
                                    const std::function<void(double)>& progress,
                                    const std::stop_token& stop = {},
                                    std::vector<JudgedPair>* pairs = nullptr);

} // namespace likeness
