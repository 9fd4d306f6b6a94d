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

double calibrationErrorOf(const EncodedSet& set, const Score& score, const Calibration& calibration) {
    CalibrationError error;
    for (std::size_t query = 0; query < set.size(); ++query)
        for (std::size_t photo = 0; photo < set.size(); ++photo)
            if (photo != query)
                error.add(calibration.similarity(score(set.queries[query], set.photos[photo])),
                          set.labels[photo] == set.labels[query] ? 1 : 0);
    return error.value();
}

RetrievalFigures rankByCodes(const EncodedSet& set) {
    return average(set, [&set](std::size_t query) {
        std::vector<TieGroup> groups;
        appendGroups(keyedByDistance(set, query, hammingOrder(set, query)), groups);
        return groups;
    });
}

RetrievalFigures rankInFull(const EncodedSet& set, const Score& score) {
    return average(set, [&](std::size_t query) {
        const auto order = hammingOrder(set, query);
        const std::span<const std::size_t> photos(order);
        const std::size_t shortList = std::min(shortListLength(100), photos.size());
        std::vector<RankedPhoto> head;
        for (std::size_t photo : photos.first(shortList))
            head.push_back(
                {score(set.queries[query], set.photos[photo]), set.labels[photo] == set.labels[query]});
        std::vector<TieGroup> groups;
        appendGroups(std::move(head), groups);
        appendGroups(keyedByDistance(set, query, photos.subspan(shortList)), groups);
        return groups;
    });
}

} // namespace likeness::training
