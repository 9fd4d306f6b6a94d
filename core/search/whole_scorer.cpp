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
    std::vector<ShortListed> shortList;
    for (const IndexedCode& photo : codes)
        if (const auto vector = vectorOf.find(photo.photo); vector != vectorOf.end()) {
            ranked.push_back({photo.photo, 0, -std::numeric_limits<double>::infinity()});
            shortList.push_back({&photo.code, vector->second});
        }
    rerank(ranked, shortList);
    return ranked;
}

RankedPhoto WholeScorer::byCodes(const IndexedCode& photo) const {
    int distance = std::numeric_limits<int>::max();
    for (const QueryCodes& query : queries_)
        distance = std::min(distance, hammingDistance(query.global, photo.code));
    const double score = 1.0 - 2.0 * distance / bits();
    return {photo.photo, distance, score, recipe_.codebook().calibrations.codes.similarity(score)};
}

void WholeScorer::rerank(std::vector<RankedPhoto>& photos, std::span<const ShortListed> shortList) const {
    const Calibrations& calibrations = recipe_.codebook().calibrations;
    for (const QueryCodes& query : queries_) {
        const std::vector<double> scores = rerankScores(query, shortList, order_.rerank, calibrations);
        for (std::size_t i = 0; i < photos.size(); ++i)
            if (scores[i] > photos[i].score) {
                photos[i].score = scores[i];
                photos[i].hammingDistance = hammingDistance(query.global, *shortList[i].code);
            }
    }
    for (RankedPhoto& photo : photos)
        photo.similarity = calibrationOf(calibrations, order_.rerank).similarity(photo.score);
}

double WholeScorer::codesLogit(double score) const {
    const Calibration& calibration = recipe_.codebook().calibrations.codes;
    return calibration.slope * score + calibration.offset;
}

} // namespace likeness
