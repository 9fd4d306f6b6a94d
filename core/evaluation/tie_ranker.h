// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/evaluation/metrics.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/calibration.h"
#include "core/hashing/recipe.h"
#include "core/hashing/rerank_score.h"
#include "core/index/live_index.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// Labelled photos with what a ranking compares, one row each, by ascending id.
struct LabelledPhotos {
    std::vector<IndexedCode> codes;
    std::vector<LabelSet> labels;
    std::vector<QuantisedDescriptor> rerank; // empty where only codes are ranked
};

/// Ranks labelled photos for a query among them and tells what lies at each rank. The query itself is never
/// in its ranking. Immutable and thread-safe.
class TieRanker {
public:
    /// `calibrations` tell how alike the photos of each tie are said to be.
    TieRanker(LabelledPhotos photos, Rerank rerank, Calibrations calibrations = {});

    std::size_t size() const { return photos_.labels.size(); }
    PhotoId photo(std::size_t row) const { return photos_.codes[row].photo; }

    int bits() const { return bits_; }
    bool shareLabel(std::size_t row, std::size_t other) const {
        return sharesLabel(photos_.labels[row], photos_.labels[other]);
    }

    /// Other photos that share a label with the row's.
    std::int64_t matches(std::size_t row) const;

    /// One group per Hamming distance that occurs.
    std::vector<TieGroup> byCodes(std::size_t queryRow) const;

    /// The first `shortList` photos by Hamming distance (ties by id) in groups of equal re-ranking score,
    /// then the others in groups of equal Hamming distance.
    std::vector<TieGroup> byRerankedCodes(std::size_t queryRow, const QueryCodes& query,
                                          std::size_t shortList) const;

    /// Hamming distances of all rows to a row.
    std::vector<std::uint16_t> distancesTo(std::size_t queryRow) const;
    /// The first `length` photos by Hamming distance, ties by id, without the query.
    std::vector<std::uint32_t> shortList(std::size_t queryRow, std::size_t length) const;
    /// Re-ranking scores of those rows.
    std::vector<double> scores(const QueryCodes& query, std::span<const std::uint32_t> rows) const;
    /// How alike a photo of such a score is, 0 to 1.
    double similarity(double score) const { return calibrationOf(calibrations_, rerank_).similarity(score); }

private:
    std::vector<std::uint32_t> nearest(std::span<const std::uint16_t> distances, std::size_t queryRow,
                                       std::size_t length) const;
    /// 1 for each row that shares a label with the query's; the query itself among them.
    std::vector<std::uint8_t> relevantRows(std::size_t queryRow) const;
    std::vector<TieGroup> hammingGroups(std::span<const std::uint8_t> relevant,
                                        std::span<const std::uint16_t> distances) const;
    std::vector<TieGroup> scoreGroups(std::span<const std::uint8_t> relevant, const QueryCodes& query,
                                      std::span<const std::uint32_t> rows) const;

    LabelledPhotos photos_;
    Rerank rerank_;
    Calibrations calibrations_;
    int bits_ = 0;
    std::vector<std::uint64_t> words_;                    // all codes, one after the other
    std::vector<std::vector<std::uint32_t>> rowsOfLabel_; // by label number
};

} // namespace likeness
