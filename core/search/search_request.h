// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/photo_id.h"
#include "core/base/rectangle.h"
#include "core/hashing/rerank.h"
#include "core/image/image.h"
#include "core/library/photo_filter.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <variant>
#include <vector>

namespace likeness {

/// How the final order is made.
enum class Ranking {
    Codes, // Hamming order alone
    Full,  // the short list is re-ranked by real-valued vectors; the rest stays in Hamming order
};

/// How the short list of whole photos is found.
enum class Lookup {
    Scan,    // by the distance to every code: exact
    Buckets, // among the photos in the query's buckets of several hash tables: looks at few, may miss some; a
             // filter makes it a scan of what passes
};

/// Photos that are re-ranked for `top` results: the first max(200, 5 x top) by Hamming distance.
constexpr std::size_t shortListLength(std::size_t top) {
    return std::max<std::size_t>(200, 5 * top);
}

/// A photo of the library, a file, or pixels (a paste). Whole photos of the library are searched by what is
/// stored; their files are opened only for boxes.
using QueryPhoto = std::variant<PhotoId, std::filesystem::path, Image>;

/// What is compared.
enum class SearchMode {
    Whole,  // photos as wholes
    Region, // a box of the query with the windows of photos
    Part,   // small boxes or clicks with the spots of photos
    Fused,  // all three
};

/// How Fused puts the granularities together.
enum class Fusion {
    WeightedMean, // of the calibrated similarities
    Concatenated, // one long code: global code, best window's code, best spots' codes; weights by length
};

/// Shares of the granularities in a fused score, 0 or more; only their ratios count.
struct FusionWeights {
    double global = 0.2;
    double region = 0.5;
    double part = 0.3;
};

/// How several query photos become one ranking.
enum class Combination {
    Mean, // their mean vector is searched by
    Best, // a photo scores by the query that is most like it
};

struct SearchRequest {
    QueryPhoto query;
    std::size_t top = 100;
    Ranking ranking = Ranking::Full;
    Rerank rerank = Rerank::Expansion;
    Lookup lookup = Lookup::Scan;

    /// Which photos may be found.
    PhotoFilter filter{};

    SearchMode mode = SearchMode::Whole;
    /// On the query photo. Region and Fused: one. Part: one or more, which a photo has to match in their
    /// layout too. One without width and height is a click: the spot around it is searched by. Whole takes
    /// none.
    std::vector<Rectangle> boxes{};
    FusionWeights weights{};
    Fusion fusion = Fusion::WeightedMean;

    /// Also looked for: the query mirrored left to right, and turned by 90, 180 and 270 degrees.
    bool mirrored = false;
    bool rotated = false;

    /// Whole photos besides `query`: like these too, and not like those.
    std::vector<QueryPhoto> alsoLike{};
    std::vector<QueryPhoto> unlike{};
    Combination combination = Combination::Mean;
};

} // namespace likeness
