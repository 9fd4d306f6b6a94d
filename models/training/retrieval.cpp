// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/retrieval.h"

#include "core/evaluation/calibration_error.h"
#include "core/evaluation/metrics.h"
#include "core/search/search_engine.h"

#include <algorithm>

namespace likeness::training {
namespace {

struct RankedPhoto {
    double key = 0.0; // larger is better
    bool relevant = false;
};

/// Appends the photos, best first, those of equal key in one group.
void appendGroups(std::vector<RankedPhoto> photos, std::vector<TieGroup>& groups) {
    std::ranges::stable_sort(photos, std::ranges::greater(), &RankedPhoto::key);
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (i == 0 || photos[i].key != photos[i - 1].key)
            groups.emplace_back();
        groups.back().photos += 1;
        groups.back().relevant += photos[i].relevant ? 1 : 0;
    }
}

/// `rankQuery(query)` gives the groups of one query, best first.
template <typename RankQuery>
RetrievalFigures average(const EncodedSet& set, RankQuery rankQuery) {
    RetrievalFigures sum;
    double queries = 0.0;
    for (std::size_t query = 0; query < set.size(); ++query) {
        if (std::ranges::count(set.labels, set.labels[query]) < 2)
            continue;
        const std::vector<TieGroup> ranking = rankQuery(query);
        sum.map += averagePrecision(ranking);
        sum.precisionAt1 += precisionAt(ranking, 1);
        queries += 1.0;
    }
    return {sum.map / queries, sum.precisionAt1 / queries};
}

int distance(const EncodedSet& set, std::size_t a, std::size_t b) {
    return hammingDistance(set.photos[a].global, set.photos[b].global);
}

std::vector<RankedPhoto> keyedByDistance(const EncodedSet& set, std::size_t query,
                                         std::span<const std::size_t> photos) {
    std::vector<RankedPhoto> keyed;
    for (std::size_t photo : photos)
        keyed.push_back(
            {-static_cast<double>(distance(set, query, photo)), set.labels[photo] == set.labels[query]});
    return keyed;
}

} // namespace

std::vector<std::size_t> hammingOrder(const EncodedSet& set, std::size_t query) {
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t photo = 0; photo < set.size(); ++photo)
        if (photo != query)
            order.emplace_back(distance(set, query, photo), photo);
    std::ranges::sort(order);
    std::vector<std::size_t> photos;
    photos.reserve(order.size());
    for (const auto& [unused, photo] : order)
        photos.push_back(photo);
    return photos;
}

Scores rerankedBy(Rerank by, const Calibrations& calibrations) {
    return [by, &calibrations](const QueryCodes& query, std::span<const ShortListed> photos) {
        return rerankScores(query, photos, by, calibrations);
    };
}

std::vector<double> codesScores(const QueryCodes& query, std::span<const ShortListed> photos) {
    std::vector<double> scores;
    for (const ShortListed& photo : photos)
        scores.push_back(1.0 - 2.0 * hammingDistance(query.global, *photo.code) / query.global.bits());
    return scores;
}

std::vector<ShortListed> photosOf(const EncodedSet& set, std::span<const std::size_t> numbers) {
    std::vector<ShortListed> photos;
    for (const std::size_t number : numbers)
        photos.push_back({&set.photos[number].global, &set.photos[number].rerank});
    return photos;
}

double calibrationErrorOf(const EncodedSet& set, const Scores& scores, const Calibration& calibration) {
    CalibrationError error;
    for (std::size_t query = 0; query < set.size(); ++query) {
        const auto others = hammingOrder(set, query);
        const std::vector<double> ofOthers = scores(set.queries[query], photosOf(set, others));
        for (std::size_t i = 0; i < others.size(); ++i)
            error.add(calibration.similarity(ofOthers[i]),
                      set.labels[others[i]] == set.labels[query] ? 1 : 0);
    }
    return error.value();
}

RetrievalFigures rankByCodes(const EncodedSet& set) {
    return average(set, [&set](std::size_t query) {
        std::vector<TieGroup> groups;
        appendGroups(keyedByDistance(set, query, hammingOrder(set, query)), groups);
        return groups;
    });
}

RetrievalFigures rankInFull(const EncodedSet& set, const Scores& scores) {
    return average(set, [&](std::size_t query) {
        const auto order = hammingOrder(set, query);
        const std::span<const std::size_t> photos(order);
        const std::size_t shortList = std::min(shortListLength(100), photos.size());
        const std::vector<double> first = scores(set.queries[query], photosOf(set, photos.first(shortList)));
        std::vector<RankedPhoto> head;
        for (std::size_t i = 0; i < shortList; ++i)
            head.push_back({first[i], set.labels[photos[i]] == set.labels[query]});
        std::vector<TieGroup> groups;
        appendGroups(std::move(head), groups);
        appendGroups(keyedByDistance(set, query, photos.subspan(shortList)), groups);
        return groups;
    });
}

} // namespace likeness::training
