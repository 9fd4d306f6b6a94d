// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/whole_scorer.h"

#include "core/hashing/rerank_score.h"
#include "core/library/code_repository.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace likeness {

std::vector<PhotoId> WholeScorer::nearest(std::size_t k, Among among) const {
    std::vector<PhotoId> photos;
    for (const QueryCodes& query : queries_) {
        const auto nearest = among                              ? index_.nearestAmong(*among, query.global, k)
                             : order_.lookup == Lookup::Buckets ? index_.nearestInBuckets(query.global, k)
                                                                : index_.nearest(query.global, k);
        for (const PhotoDistance& found : nearest)
            photos.push_back(found.photo);
    }
    std::ranges::sort(photos);
    photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
    return photos;
}

Result<std::vector<RankedPhoto>> WholeScorer::score(std::span<const PhotoId> photos) const {
    const std::vector<IndexedCode> codes = index_.codesOf(photos);
    std::vector<RankedPhoto> ranked;
    if (order_.ranking == Ranking::Codes) {
        for (const IndexedCode& photo : codes)
            ranked.push_back(byCodes(photo));
        return ranked;
    }
    const auto vectors = CodeRepository(database_, recipe_.fingerprint()).rerankVectors(photos);
    if (!vectors)
        return vectors.error();
    std::unordered_map<PhotoId, const QuantisedDescriptor*> vectorOf;
    for (const auto& [photo, vector] : *vectors)
        vectorOf.emplace(photo, &vector);
    for (const IndexedCode& photo : codes)
        if (const auto vector = vectorOf.find(photo.photo); vector != vectorOf.end())
            ranked.push_back(byVectors(photo, *vector->second));
    return ranked;
}

RankedPhoto WholeScorer::byCodes(const IndexedCode& photo) const {
    int distance = std::numeric_limits<int>::max();
    for (const QueryCodes& query : queries_)
        distance = std::min(distance, hammingDistance(query.global, photo.code));
    const double score = 1.0 - 2.0 * distance / bits();
    return {photo.photo, distance, score, recipe_.codebook().codes.similarity(score)};
}

RankedPhoto WholeScorer::byVectors(const IndexedCode& photo, const QuantisedDescriptor& vector) const {
    RankedPhoto best{photo.photo, 0, -std::numeric_limits<double>::infinity()};
    for (const QueryCodes& query : queries_) {
        const double score = scoreOf(query, photo.code, vector);
        if (score > best.score) {
            best.score = score;
            best.hammingDistance = hammingDistance(query.global, photo.code);
        }
    }
    best.similarity = recipe_.codebook().full.similarity(best.score);
    return best;
}

double WholeScorer::scoreOf(const QueryCodes& query, const HashCode& code,
                            const QuantisedDescriptor& vector) const {
    switch (order_.rerank) {
    case Rerank::Cosine:
        return static_cast<double>(dot(query.rerank, vector));
    case Rerank::Asymmetric:
        return asymmetricSimilarity(query.projected, code);
    case Rerank::Sum:
        break;
    }
    return rerankScore(query, code, vector);
}

double WholeScorer::codesLogit(double score) const {
    const Calibration& calibration = recipe_.codebook().codes;
    return calibration.slope * score + calibration.offset;
}

} // namespace likeness
