// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/index/live_index.h"
#include "core/library/database.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace likeness {

/// How the final order is made.
enum class Ranking {
    Codes, // Hamming order alone
    Full,  // the short list is re-ranked by real-valued vectors; the rest stays in Hamming order
};

/// Photos that are re-ranked for `top` results: the first max(200, 5 x top) by Hamming distance.
constexpr std::size_t shortListLength(std::size_t top) {
    return std::max<std::size_t>(200, 5 * top);
}

struct SearchRequest {
    /// A photo of the library (searched by its stored descriptor, no decoding), a file, or pixels (a paste).
    std::variant<PhotoId, std::filesystem::path, Image> query;
    std::size_t top = 100;
    Ranking ranking = Ranking::Full;
};

struct RankedPhoto {
    PhotoId photo;
    int hammingDistance = 0;
    double score = 0;      // of re-ranking; for Ranking::Codes, 1 - 2 * distance / bits
    double similarity = 0; // calibrated, 0 to 1
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

struct SearchResult {
    std::vector<RankedPhoto>
        photos;               // best first, ties by id; a query of the library is not among its own results
    std::size_t searched = 0; // photos in the index
    SearchTiming timing;
};

/// Answers queries against a live index. Not thread-safe: one per thread, as its database and backbone are.
class SearchEngine {
public:
    /// All outlive the engine. `backbone` may be null where only photos of the library are queried.
    SearchEngine(const Database& database, const LiveIndex& index, std::shared_ptr<const Recipe> recipe,
                 Backbone* backbone, DecodeLimits limits = {});

    /// Errors of Decoder and Backbone, PhotoUnknown, PhotoNotIndexed, LibraryEmpty, LibraryFailed.
    Result<SearchResult> search(const SearchRequest& request);

private:
    struct Query;
    Result<Query> prepare(const SearchRequest& request);
    Result<Query> prepareStored(PhotoId photo) const;
    Result<Query> prepareFile(const std::filesystem::path& file);
    Result<Query> prepareImage(const Image& image);
    Result<std::optional<PhotoId>> unchangedPhotoOf(const std::filesystem::path& file) const;
    std::vector<PhotoDistance> nearestOthers(const Query& query, std::size_t count) const;
    std::vector<RankedPhoto> rankedByCodes(std::span<const PhotoDistance> nearest) const;
    Result<std::vector<RankedPhoto>> rerank(const Query& query,
                                            std::span<const PhotoDistance> shortList) const;

    const Database& database_;
    const LiveIndex& index_;
    std::shared_ptr<const Recipe> recipe_;
    Backbone* backbone_;
    Decoder decoder_;
};

} // namespace likeness
