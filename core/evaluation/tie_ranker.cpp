// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tie_ranker.h"

#include "core/index/hamming_scan.h"
#include "core/index/top_k.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace likeness {
namespace {

/// Stands for the distance of a photo that is ranked elsewhere or not at all.
constexpr std::uint16_t leftOut = std::numeric_limits<std::uint16_t>::max();

} // namespace

TieRanker::TieRanker(LabelledPhotos photos, Rerank rerank, Calibrations calibrations)
    : photos_(std::move(photos)), rerank_(rerank), calibrations_(calibrations) {
    for (const IndexedCode& entry : photos_.codes) {
        bits_ = entry.code.bits();
        words_.insert(words_.end(), entry.code.words().begin(), entry.code.words().end());
    }
    for (std::size_t row = 0; row < size(); ++row)
        for (const int label : photos_.labels[row]) {
            const auto number = static_cast<std::size_t>(label);
            rowsOfLabel_.resize(std::max(rowsOfLabel_.size(), number + 1));
            rowsOfLabel_[number].push_back(static_cast<std::uint32_t>(row));
        }
}

std::int64_t TieRanker::matches(std::size_t row) const {
    const LabelSet& labels = photos_.labels[row];
    if (labels.size() == 1)
        return std::ssize(rowsOfLabel_[static_cast<std::size_t>(labels.front())]) - 1;
    return std::ranges::count(relevantRows(row), 1) - 1;
}

std::vector<std::uint8_t> TieRanker::relevantRows(std::size_t queryRow) const {
    std::vector<std::uint8_t> relevant(size());
    for (const int label : photos_.labels[queryRow])
        for (const std::uint32_t row : rowsOfLabel_[static_cast<std::size_t>(label)])
            relevant[row] = 1;
    return relevant;
}

std::vector<TieGroup> TieRanker::byCodes(std::size_t queryRow) const {
    std::vector<std::uint16_t> distances = distancesTo(queryRow);
    distances[queryRow] = leftOut;
    return hammingGroups(relevantRows(queryRow), distances);
}

std::vector<TieGroup> TieRanker::byRerankedCodes(std::size_t queryRow, const QueryCodes& query,
                                                 std::size_t shortList) const {
    std::vector<std::uint16_t> distances = distancesTo(queryRow);
    const std::vector<std::uint32_t> rows = nearest(distances, queryRow, shortList);
    distances[queryRow] = leftOut;
    for (const std::uint32_t row : rows)
        distances[row] = leftOut;
    const std::vector<std::uint8_t> relevant = relevantRows(queryRow);
    std::vector<TieGroup> groups = scoreGroups(relevant, query, rows);
    const std::vector<TieGroup> rest = hammingGroups(relevant, distances);
    groups.insert(groups.end(), rest.begin(), rest.end());
    return groups;
}

std::vector<std::uint32_t> TieRanker::nearest(std::span<const std::uint16_t> distances, std::size_t queryRow,
                                              std::size_t length) const {
    std::vector<std::uint32_t> rows;
    for (const Neighbour& neighbour : nearestByCounting(distances, bits_, length + 1))
        if (neighbour.row != queryRow && rows.size() < length)
            rows.push_back(neighbour.row);
    return rows;
}

std::vector<std::uint32_t> TieRanker::shortList(std::size_t queryRow, std::size_t length) const {
    return nearest(distancesTo(queryRow), queryRow, length);
}

std::vector<double> TieRanker::scores(const QueryCodes& query, std::span<const std::uint32_t> rows) const {
    std::vector<ShortListed> photos;
    photos.reserve(rows.size());
    for (const std::uint32_t row : rows)
        photos.push_back({&photos_.codes[row].code, &photos_.rerank[row]});
    return rerankScores(query, photos, rerank_, calibrations_);
}

std::vector<std::uint16_t> TieRanker::distancesTo(std::size_t queryRow) const {
    std::vector<std::uint16_t> distances(size());
    scanHamming(words_, photos_.codes[queryRow].code.words(), distances);
    return distances;
}

std::vector<TieGroup> TieRanker::hammingGroups(std::span<const std::uint8_t> relevant,
                                               std::span<const std::uint16_t> distances) const {
    std::vector<TieGroup> groups(static_cast<std::size_t>(bits_) + 1);
    for (std::size_t distance = 0; distance < groups.size(); ++distance)
        groups[distance].similarity =
            calibrations_.codes.similarity(1.0 - 2.0 * static_cast<double>(distance) / bits_);
    for (std::size_t row = 0; row < distances.size(); ++row) {
        if (distances[row] == leftOut)
            continue;
        TieGroup& group = groups[distances[row]];
        ++group.photos;
        group.relevant += relevant[row];
    }
    std::erase_if(groups, [](const TieGroup& group) { return group.photos == 0; });
    return groups;
}

std::vector<TieGroup> TieRanker::scoreGroups(std::span<const std::uint8_t> relevant, const QueryCodes& query,
                                             std::span<const std::uint32_t> rows) const {
    std::vector<std::pair<double, std::uint32_t>> scored;
    scored.reserve(rows.size());
    const std::vector<double> ofRows = scores(query, rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        scored.emplace_back(ofRows[i], rows[i]);
    std::sort(scored.begin(), scored.end(), std::greater<>{});

    std::vector<TieGroup> groups;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        if (i == 0 || scored[i].first < scored[i - 1].first)
            groups.push_back({0, 0, similarity(scored[i].first)});
        ++groups.back().photos;
        groups.back().relevant += relevant[scored[i].second];
    }
    return groups;
}

} // namespace likeness
