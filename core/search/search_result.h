// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/photo_id.h"
#include "core/base/rectangle.h"

#include <chrono>
#include <cstddef>
#include <vector>

namespace likeness {

/// Where a photo matches the query.
struct MatchedPlace {
    Granularity granularity = Granularity::Region; // Region or Part
    Rectangle place;                               // on the photo found
    std::size_t box = 0;                           // the query's place that it matches
};

struct RankedPhoto {
    PhotoId photo;
    int hammingDistance = 0;             // of the codes compared; the best window's, the sum over spots
    double score = 0;                    // of re-ranking; for Ranking::Codes, 1 - 2 * distance / bits
    double similarity = 0;               // calibrated, 0 to 1
    std::vector<MatchedPlace> matches{}; // none where whole photos are compared
};

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Where a query's time went.
struct SearchTiming {
    Milliseconds decode{0};
    Milliseconds network{0};
    Milliseconds encode{0};
    Milliseconds scan{0};
    Milliseconds rerank{0};
    Milliseconds total() const { return decode + network + encode + scan + rerank; }
};

/// A region query is answered twice: at once by the box in its own photo's map, then with the box's own
/// network pass.
enum class SearchStage { Preliminary, Final };

struct SearchResult {
    SearchStage stage = SearchStage::Final;
    /// Best first, ties by id; a query of the library is not among its own results.
    std::vector<RankedPhoto> photos;
    std::size_t searched = 0;             // photos in the index
    std::vector<Rectangle> queryPlaces{}; // what was searched by: the request's boxes, clicks as spots
    SearchTiming timing;
};

/// How much each cell of a photo's map adds to its similarity with the query: the "why alike" map. Row by row
/// from the top; the values sum up to the score, and can be negative.
struct ShareMap {
    int width = 0;
    int height = 0;
    std::vector<float> shares;
};

} // namespace likeness
