// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/index/live_index.h"
#include "core/library/database.h"
#include "core/search/search_request.h"
#include "core/search/search_result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace likeness {

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
