// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/pack_ranker.h"

#include "core/search/pack_fusion.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace likeness {
namespace {

CalibrationPair calibrationOf(const Recipe& recipe) {
    return {recipe.codebook().full, recipe.codebook().codes};
}

} // namespace

/// What photos are ranked by, larger is better: those that are re-ranked, by log-odds, come before all
/// others, by the score of their codes.
struct PackRanker::Key {
    int stage = 0;
    double value = 0;
    auto operator<=>(const Key&) const = default;
};

PackRanker::PackRanker(std::vector<PackPhotos> packs) : shares_(packShares(packs.size())) {
    for (PackPhotos& pack : packs)
        packs_.push_back({pack.recipe, TieRanker(std::move(pack.photos), calibrationOf(*pack.recipe))});
}

std::vector<double> PackRanker::codeScores(std::size_t queryRow) const {
    std::vector<double> scores(size());
    for (std::size_t i = 0; i < packs_.size(); ++i) {
        const std::vector<std::uint16_t> distances = packs_[i].ranker.distancesTo(queryRow);
        for (std::size_t row = 0; row < scores.size(); ++row)
            scores[row] += shares_[i] * (1.0 - 2.0 * distances[row] / packs_[i].ranker.bits());
    }
    return scores;
}

double PackRanker::similarityOf(const Key& key) const {
    if (key.stage == 1)
        return similarityOfLogOdds(key.value);
    double logOdds = 0;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
        const Calibration& codes = packs_[i].recipe->codebook().codes;
        logOdds += shares_[i] * (codes.slope * key.value + codes.offset);
    }
    return similarityOfLogOdds(logOdds);
}

double PackRanker::pooled(std::size_t row, std::span<const QueryCodes> queries) const {
    std::vector<PackOpinion> opinions;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
        const auto& [recipe, ranker] = packs_[i];
        opinions.push_back({recipe->codebook().full.similarity(ranker.score(queries[i], row)), shares_[i]});
    }
    return pooledLogOdds(opinions);
}

std::vector<TieGroup> PackRanker::byCodes(std::size_t queryRow) const {
    return packs_.size() == 1 ? packs_.front().ranker.byCodes(queryRow) : byRerankedCodes(queryRow, {}, 0);
}

std::vector<TieGroup> PackRanker::byRerankedCodes(std::size_t queryRow, std::span<const QueryCodes> queries,
                                                  std::size_t shortList) const {
    if (packs_.size() == 1)
        return packs_.front().ranker.byRerankedCodes(queryRow, queries.front(), shortList);
    struct KeyedRow {
        Key key;
        std::size_t row = 0;
    };
    std::vector<KeyedRow> rows;
    const std::vector<double> scores = codeScores(queryRow);
    for (std::size_t row = 0; row < size(); ++row)
        rows.push_back({{0, scores[row]}, row});
    for (const Pack& pack : packs_)
        for (const std::uint32_t row : pack.ranker.shortList(queryRow, shortList))
            if (rows[row].key.stage == 0)
                rows[row].key = {1, pooled(row, queries)};
    std::erase_if(rows, [queryRow](const KeyedRow& keyed) { return keyed.row == queryRow; });
    std::ranges::sort(rows, std::greater<>(), &KeyedRow::key);

    std::vector<TieGroup> groups;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || rows[i].key != rows[i - 1].key)
            groups.push_back({0, 0, similarityOf(rows[i].key)});
        groups.back().photos += 1;
        groups.back().relevant += packs_.front().ranker.shareLabel(queryRow, rows[i].row) ? 1 : 0;
    }
    return groups;
}

} // namespace likeness
