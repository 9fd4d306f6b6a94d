// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_engine.h"

#include "core/base/path_text.h"
#include "core/features/part_features.h"
#include "core/features/region_features.h"
#include "core/library/window_repository.h"
#include "core/search/explanation.h"
#include "core/search/fusion.h"
#include "core/search/pack_fusion.h"
#include "core/search/timed.h"
#include "core/search/whole_scorer.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace likeness {
namespace {

bool isBetter(const RankedPhoto& a, const RankedPhoto& b) {
    return a.score != b.score ? a.score > b.score : a.photo < b.photo;
}

/// Concatenated codes are compared as codes.
Ranking rankingOf(const SearchRequest& request) {
    const bool concatenated = request.mode == SearchMode::Fused && request.fusion == Fusion::Concatenated;
    return concatenated ? Ranking::Codes : request.ranking;
}

std::size_t candidatesPerScorer(const SearchRequest& request) {
    const std::size_t queried = 1 + request.alsoLike.size() + request.unlike.size();
    const bool shortList = request.ranking == Ranking::Full || request.mode == SearchMode::Fused;
    return queried + (shortList ? shortListLength(request.top) : request.top);
}

} // namespace

SearchEngine::SearchEngine(const Database& database, const LiveIndexes& indexes,
                           std::shared_ptr<const Recipe> recipe, Backbone* backbone, DecodeLimits limits)
    : database_(database),
      indexes_(indexes),
      recipe_(std::move(recipe)),
      source_(database, *recipe_, backbone, limits) {}

Result<SearchResult> SearchEngine::search(const SearchRequest& request, const AtOnce& atOnce) {
    if (auto possible = check(request.mode); !possible)
        return possible.error();
    SearchTiming timing;
    const QueryBuilder query(source_, *recipe_, request, timing);
    switch (request.mode) {
    case SearchMode::Whole:
        return searchOne(request, wholeScorer(request, timing), timing);
    case SearchMode::Part:
        return searchOne(request, partScorer(request, query), timing);
    case SearchMode::Fused:
        return searchFused(request, timing);
    case SearchMode::Region:
        break;
    }
    if (atOnce) {
        auto first = searchOne(request, regionScorer(request, query.regionAtOnce()), timing);
        if (!first)
            return first;
        first->stage = SearchStage::Preliminary;
        atOnce(*first);
    }
    return searchOne(request, regionScorer(request, query.region()), timing);
}

Result<void> SearchEngine::check(SearchMode mode) const {
    if (indexes_.global.size() == 0)
        return makeError(ErrorCode::LibraryEmpty, {pathText(database_.file())});
    if (fused_ != nullptr && fused_->indexes_.global.size() == 0)
        return makeError(ErrorCode::PackNotIndexed,
                         {fused_->recipe_->pack().name, pathText(database_.file())});
    const auto need = [&](Granularity granularity, const WindowIndex& index) -> Result<void> {
        const std::string name(granularityName(granularity));
        if (recipe_->codebook(granularity) == nullptr)
            return makeError(ErrorCode::GranularityMissing, {recipe_->pack().name, name});
        if (index.size() == 0)
            return makeError(ErrorCode::NotYetIndexed, {pathText(database_.file()), name});
        return {};
    };
    if (mode == SearchMode::Region || mode == SearchMode::Fused)
        if (auto possible = need(Granularity::Region, indexes_.regions); !possible)
            return possible;
    if (mode == SearchMode::Part || mode == SearchMode::Fused)
        return need(Granularity::Part, indexes_.parts);
    return {};
}

/// Photos of the library that the query is made of: they aren't among its results.
Result<std::unordered_set<PhotoId>> SearchEngine::queried(const SearchRequest& request) const {
    std::vector<const QueryPhoto*> photos{&request.query};
    for (const auto* list : {&request.alsoLike, &request.unlike})
        for (const QueryPhoto& photo : *list)
            photos.push_back(&photo);
    std::unordered_set<PhotoId> known;
    for (const QueryPhoto* photo : photos) {
        const auto self = source_.self(*photo);
        if (!self)
            return self.error();
        if (*self)
            known.insert(**self);
    }
    return known;
}

Result<SearchEngine::ScorerPtr> SearchEngine::wholeScorer(const SearchRequest& request,
                                                          SearchTiming& timing) {
    auto own = ownWholeScorer(request, timing);
    if (!own || fused_ == nullptr)
        return own;
    auto other = fused_->ownWholeScorer(request, timing);
    if (!other)
        return other;
    std::vector<ScorerPtr> packs;
    packs.push_back(*std::move(own));
    packs.push_back(*std::move(other));
    return ScorerPtr(std::make_unique<PackFusion>(std::move(packs), rankingOf(request)));
}

Result<SearchEngine::ScorerPtr> SearchEngine::ownWholeScorer(const SearchRequest& request,
                                                             SearchTiming& timing) {
    auto queries = QueryBuilder(source_, *recipe_, request, timing).whole();
    if (!queries)
        return queries.error();
    return ScorerPtr(std::make_unique<WholeScorer>(
        database_, indexes_.global, *recipe_, *std::move(queries),
        WholeScorer::Order{rankingOf(request), request.rerank, request.lookup}));
}

Result<SearchEngine::ScorerPtr> SearchEngine::regionScorer(const SearchRequest& request,
                                                           Result<std::vector<WindowQuery>> queries) const {
    if (!queries)
        return queries.error();
    return ScorerPtr(std::make_unique<WindowScorer>(indexes_.regions, *recipe_->codebook(Granularity::Region),
                                                    regionGrid(recipe_->pack()), *queries,
                                                    WindowScorer::Order{rankingOf(request), request.rerank}));
}

/// Parts aren't expanded: photos would be ranked no better, and their spots lie off more often (measured).
Result<SearchEngine::ScorerPtr> SearchEngine::partScorer(const SearchRequest& request,
                                                         const QueryBuilder& query) const {
    const auto queries = query.parts();
    if (!queries)
        return queries.error();
    return ScorerPtr(std::make_unique<WindowScorer>(
        indexes_.parts, *recipe_->codebook(Granularity::Part), partGrid(recipe_->pack()), *queries,
        WindowScorer::Order{rankingOf(request), Rerank::Asymmetric}));
}

Result<std::vector<PhotoId>> SearchEngine::candidates(const SearchRequest& request,
                                                      std::span<const Scorer* const> scorers) const {
    const auto own = queried(request);
    if (!own)
        return own.error();
    std::optional<std::vector<PhotoId>> among;
    if (!request.filter.letsAllPass()) {
        auto passing = photosPassing(database_, request.filter);
        if (!passing)
            return passing.error();
        among = *std::move(passing);
    }
    std::vector<PhotoId> photos;
    for (const Scorer* scorer : scorers) {
        const auto nearest = scorer->nearest(candidatesPerScorer(request), among);
        photos.insert(photos.end(), nearest.begin(), nearest.end());
    }
    std::ranges::sort(photos);
    photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
    std::erase_if(photos, [&](PhotoId photo) { return own->contains(photo); });
    return photos;
}

Result<SearchResult> SearchEngine::searchOne(const SearchRequest& request, Result<ScorerPtr> scorer,
                                             const SearchTiming& timing) const {
    if (!scorer)
        return scorer.error();
    SearchTiming spent = timing;
    const Scorer* const one = scorer->get();
    const auto photos = timed(spent.scan, [&] { return candidates(request, std::span(&one, 1)); });
    if (!photos)
        return photos.error();
    auto scored = timed(spent.rerank, [&] { return one->score(*photos); });
    if (!scored)
        return scored.error();
    return ranked(request, *std::move(scored), spent);
}

Result<SearchResult> SearchEngine::searchFused(const SearchRequest& request, SearchTiming& timing) {
    const QueryBuilder query(source_, *recipe_, request, timing);
    std::vector<WeightedScorer> scorers;
    std::vector<const Scorer*> all;
    const auto add = [&](double weight, auto make) -> Result<void> {
        if (weight <= 0)
            return {};
        auto scorer = make();
        if (!scorer)
            return scorer.error();
        all.push_back(scorer->get());
        scorers.push_back({*std::move(scorer), weight});
        return {};
    };
    for (const auto& added :
         {add(request.weights.global, [&] { return wholeScorer(request, timing); }),
          add(request.weights.region, [&] { return regionScorer(request, query.region()); }),
          add(request.weights.part, [&] { return partScorer(request, query); })})
        if (!added)
            return added.error();
    if (scorers.empty())
        return makeError(ErrorCode::InvalidArgument, {"all weights of the fused search are 0"});
    SearchTiming spent = timing;
    const auto photos = timed(spent.scan, [&] { return candidates(request, all); });
    if (!photos)
        return photos.error();
    auto scored = timed(spent.rerank, [&] { return scoreFused(scorers, *photos, request.fusion); });
    if (!scored)
        return scored.error();
    return ranked(request, *std::move(scored), spent);
}

Result<SearchResult> SearchEngine::ranked(const SearchRequest& request, std::vector<RankedPhoto> photos,
                                          const SearchTiming& timing) const {
    SearchResult result;
    result.searched = indexes_.global.size();
    result.queryPlaces = QueryBuilder::places(request);
    result.timing = timing;
    std::ranges::sort(photos, isBetter);
    photos.resize(std::min(photos.size(), request.top));
    if (auto centred = centrePlaces(photos); !centred)
        return centred.error();
    result.photos = std::move(photos);
    return result;
}

/// Windows are coarse: a region's rectangle is moved to what stands out within it.
Result<void> SearchEngine::centrePlaces(std::vector<RankedPhoto>& photos) const {
    std::vector<PhotoId> ids;
    for (const RankedPhoto& photo : photos)
        for (const MatchedPlace& match : photo.matches)
            if (match.granularity == Granularity::Region)
                ids.push_back(photo.photo);
    const auto maps = WindowRepository(database_, *recipe_).saliency(ids);
    if (!maps)
        return maps.error();
    for (RankedPhoto& photo : photos)
        for (MatchedPlace& match : photo.matches) {
            const auto map = maps->find(photo.photo);
            if (match.granularity != Granularity::Region || map == maps->end())
                continue;
            const Point centre = salientCentre(map->second, match.place);
            match.place.x = std::clamp(centre.x - match.place.width / 2, 0.0, 1 - match.place.width);
            match.place.y = std::clamp(centre.y - match.place.height / 2, 0.0, 1 - match.place.height);
        }
    return {};
}

Result<ShareMap> SearchEngine::explain(const SearchRequest& request, PhotoId photo) {
    SearchTiming timing;
    const QueryBuilder query(source_, *recipe_, request, timing);
    const auto wanted = request.mode == SearchMode::Whole ? query.whole() : query.boxAsWhole();
    if (!wanted)
        return wanted.error();
    const auto opened = source_.open(photo, timing);
    if (!opened)
        return opened.error();
    return sharesOf(wanted->front().rerank, (*opened)->maps.stride32, *recipe_);
}

} // namespace likeness
