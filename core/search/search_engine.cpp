// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_engine.h"

#include "core/base/path_text.h"
#include "core/hashing/rerank_score.h"
#include "core/library/code_repository.h"
#include "core/library/content_hash.h"
#include "core/library/photo_repository.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <utility>

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;

/// Runs a step and adds what it took to `spent`.
template <typename Step>
auto timed(Milliseconds& spent, const Step& step) {
    const auto start = Clock::now();
    auto result = step();
    spent += Clock::now() - start;
    return result;
}

bool isBetter(const RankedPhoto& a, const RankedPhoto& b) {
    return a.score != b.score ? a.score > b.score : a.photo < b.photo;
}

} // namespace

struct SearchEngine::Query {
    QueryCodes codes;
    std::optional<PhotoId> self; // the query as a photo of the library
    SearchTiming timing;
};

SearchEngine::SearchEngine(const Database& database, const LiveIndex& index,
                           std::shared_ptr<const Recipe> recipe, Backbone* backbone, DecodeLimits limits)
    : database_(database), index_(index), recipe_(std::move(recipe)), backbone_(backbone), decoder_(limits) {}

Result<SearchResult> SearchEngine::search(const SearchRequest& request) {
    if (index_.size() == 0)
        return makeError(ErrorCode::LibraryEmpty, {pathText(database_.file())});
    auto query = prepare(request);
    if (!query)
        return query.error();

    SearchResult result;
    result.searched = index_.size();
    result.timing = query->timing;
    const std::size_t wanted = request.ranking == Ranking::Full ? shortListLength(request.top) : request.top;
    auto shortList = timed(result.timing.scan, [&] { return nearestOthers(*query, wanted); });
    if (request.ranking == Ranking::Codes) {
        result.photos = rankedByCodes(shortList);
        return result;
    }
    auto ranked = timed(result.timing.rerank, [&] { return rerank(*query, shortList); });
    if (!ranked)
        return ranked.error();
    result.photos = std::move(*ranked);
    result.photos.resize(std::min(result.photos.size(), request.top));
    return result;
}

Result<SearchEngine::Query> SearchEngine::prepare(const SearchRequest& request) {
    if (const auto* photo = std::get_if<PhotoId>(&request.query))
        return prepareStored(*photo);
    if (const auto* image = std::get_if<Image>(&request.query))
        return prepareImage(*image);
    return prepareFile(std::get<std::filesystem::path>(request.query));
}

Result<SearchEngine::Query> SearchEngine::prepareStored(PhotoId photo) const {
    Query query;
    query.self = photo;
    auto descriptor = timed(query.timing.decode, [&] {
        return CodeRepository(database_, recipe_->fingerprint()).descriptor(photo);
    });
    if (!descriptor)
        return descriptor.error();
    query.codes = timed(query.timing.encode, [&] { return recipe_->encodeQuery(*descriptor); });
    return query;
}

Result<SearchEngine::Query> SearchEngine::prepareFile(const std::filesystem::path& file) {
    Milliseconds decode{0};
    const auto photo =
        timed(decode, [&] { return decoder_.decodeForNetwork(file, recipe_->pack().input.width); });
    if (!photo)
        return photo.error();
    auto query = prepareImage(photo->image);
    if (!query)
        return query.error();
    query->timing.decode = decode;
    auto self = timed(query->timing.scan, [&] { return unchangedPhotoOf(file); });
    if (!self)
        return self.error();
    query->self = *self;
    return query;
}

Result<SearchEngine::Query> SearchEngine::prepareImage(const Image& image) {
    Query query;
    const auto maps = timed(query.timing.network, [&] { return backbone_->run(image); });
    if (!maps)
        return maps.error();
    query.codes = timed(query.timing.encode, [&] { return recipe_->encodeQuery(*maps); });
    return query;
}

Result<std::optional<PhotoId>> SearchEngine::unchangedPhotoOf(const std::filesystem::path& file) const {
    const auto photo = PhotoRepository(database_).photoOfFile(file);
    if (!photo)
        return photo.error();
    const auto stamp = stampOf(file);
    if (!*photo || !stamp || *stamp != (*photo)->stamp)
        return std::optional<PhotoId>();
    return std::optional((*photo)->id);
}

std::vector<PhotoDistance> SearchEngine::nearestOthers(const Query& query, std::size_t count) const {
    const std::size_t withSelf = count + (query.self ? 1 : 0);
    std::vector<PhotoDistance> nearest = index_.nearest(query.codes.global, withSelf);
    std::erase_if(nearest, [&](const PhotoDistance& entry) { return entry.photo == query.self; });
    nearest.resize(std::min(nearest.size(), count));
    return nearest;
}

std::vector<RankedPhoto> SearchEngine::rankedByCodes(std::span<const PhotoDistance> nearest) const {
    std::vector<RankedPhoto> ranked;
    for (const auto& [photo, distance] : nearest) {
        const double score = 1.0 - 2.0 * distance / index_.bits();
        ranked.push_back({photo, distance, score, recipe_->codebook().codes.similarity(score)});
    }
    return ranked;
}

Result<std::vector<RankedPhoto>> SearchEngine::rerank(const Query& query,
                                                      std::span<const PhotoDistance> shortList) const {
    std::vector<PhotoId> photos;
    for (const PhotoDistance& entry : shortList)
        photos.push_back(entry.photo);
    std::unordered_map<PhotoId, HashCode> codes;
    for (IndexedCode& entry : index_.codesOf(photos))
        codes.emplace(entry.photo, std::move(entry.code));
    const auto vectors = CodeRepository(database_, recipe_->fingerprint()).rerankVectors(photos);
    if (!vectors)
        return vectors.error();

    std::vector<RankedPhoto> ranked;
    for (const auto& [photo, vector] : *vectors) {
        const auto code = codes.find(photo);
        if (code == codes.end())
            continue; // removed a moment ago
        const double score = rerankScore(query.codes, code->second, vector);
        ranked.push_back({photo, hammingDistance(query.codes.global, code->second), score,
                          recipe_->codebook().full.similarity(score)});
    }
    std::sort(ranked.begin(), ranked.end(), isBetter);
    return ranked;
}

} // namespace likeness
