// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/index/live_indexes.h"
#include "core/library/database.h"
#include "core/search/query_builder.h"
#include "core/search/query_source.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"
#include "core/search/search_result.h"

#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

namespace likeness {

/// Answers queries against live indexes. Keeps the last query photos in memory. Not thread-safe: one per
/// thread, as its database and backbone are.
class SearchEngine {
public:
    using AtOnce = std::function<void(const SearchResult&)>;

    /// Database, indexes and backbone outlive the engine. `backbone` may be null where only whole photos of
    /// the library are queried.
    SearchEngine(const Database& database, const LiveIndexes& indexes, std::shared_ptr<const Recipe> recipe,
                 Backbone* backbone, DecodeLimits limits = {});

    /// `atOnce` hears the preliminary answer to a region query before the final one is worked out. Errors of
    /// Decoder and Backbone, PhotoUnknown, PhotoNotIndexed, LibraryEmpty, LibraryFailed, GranularityMissing
    /// where the recipe has no codebook for the mode, NotYetIndexed where no photo has codes for it.
    Result<SearchResult> search(const SearchRequest& request, const AtOnce& atOnce = {});

    /// Compares whole photos by the other engine's pack, too, from now on (see PackFusion). It answers for
    /// the same library, and outlives this engine.
    void fuseWith(SearchEngine& other) { fused_ = &other; }

    /// Which cells of a photo of the library make it like the query: their shares in the cosine of the
    /// whitened descriptors. Decodes the photo. The same errors.
    Result<ShareMap> explain(const SearchRequest& request, PhotoId photo);

private:
    using ScorerPtr = std::unique_ptr<Scorer>;
    Result<void> check(SearchMode mode) const;
    Result<std::unordered_set<PhotoId>> queried(const SearchRequest& request) const;
    Result<ScorerPtr> wholeScorer(const SearchRequest& request, SearchTiming& timing);
    Result<ScorerPtr> ownWholeScorer(const SearchRequest& request, SearchTiming& timing);
    Result<ScorerPtr> regionScorer(const SearchRequest& request,
                                   Result<std::vector<WindowQuery>> queries) const;
    Result<ScorerPtr> partScorer(const SearchRequest& request, const QueryBuilder& query) const;
    Result<SearchResult> searchOne(const SearchRequest& request, Result<ScorerPtr> scorer,
                                   const SearchTiming& timing) const;
    Result<SearchResult> searchFused(const SearchRequest& request, SearchTiming& timing);
    Result<SearchResult> ranked(const SearchRequest& request, std::vector<RankedPhoto> photos,
                                const SearchTiming& timing) const;
    Result<std::vector<PhotoId>> candidates(const SearchRequest& request,
                                            std::span<const Scorer* const> scorers) const;
    Result<void> centrePlaces(std::vector<RankedPhoto>& photos) const;

    const Database& database_;
    const LiveIndexes& indexes_;
    std::shared_ptr<const Recipe> recipe_;
    QuerySource source_;
    SearchEngine* fused_ = nullptr;
};

} // namespace likeness
