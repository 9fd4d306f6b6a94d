// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/pack_ranker.h"

#include "core/search/pack_fusion.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace likeness {

/// What photos are ranked by, larger is better: those that are re-ranked, by log-odds, come before all
/// others, by the score of their codes.
struct PackRanker::Key {
    int stage = 0;
    double value = 0;
    auto operator<=>(const Key&) const = default;
};

PackRanker::PackRanker(std::vector<PackPhotos> packs, Rerank rerank) : shares_(packShares(packs.size())) {
    for (PackPhotos& pack : packs)
        packs_.push_back(
            {pack.recipe, TieRanker(std::move(pack.photos), rerank, pack.recipe->codebook().calibrations)});
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
        const Calibration& codes = packs_[i].recipe->codebook().calibrations.codes;
        logOdds += shares_[i] * (codes.slope * key.value + codes.offset);
    }
    return similarityOfLogOdds(logOdds);
}

std::vector<double> PackRanker::pooled(std::span<const std::uint32_t> rows,
                                       std::span<const QueryCodes> queries) const {
    if (rows.empty())
        return {}; // then there are no queries, either
    std::vector<std::vector<PackOpinion>> opinions(rows.size());
    for (std::size_t pack = 0; pack < packs_.size(); ++pack) {
        const TieRanker& ranker = packs_[pack].ranker;
        const std::vector<double> scores = ranker.scores(queries[pack], rows);
        for (std::size_t i = 0; i < rows.size(); ++i)
            opinions[i].push_back({ranker.similarity(scores[i]), shares_[pack]});
    }
    std::vector<double> logOdds;
    for (const std::vector<PackOpinion>& ofRow : opinions)
        logOdds.push_back(pooledLogOdds(ofRow));
    return logOdds;
}

std::vector<std::uint32_t> PackRanker::shortListOf(std::size_t queryRow, std::size_t length) const {
    std::vector<std::uint32_t> rows;
    for (const Pack& pack : packs_)
        std::ranges::copy(pack.ranker.shortList(queryRow, length), std::back_inserter(rows));
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
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
    const std::vector<std::uint32_t> candidates = shortListOf(queryRow, shortList);
    const std::vector<double> logOdds = pooled(candidates, queries);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        rows[candidates[i]].key = {1, logOdds[i]};
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
