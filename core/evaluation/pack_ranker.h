// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/tie_ranker.h"
#include "core/hashing/recipe.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace likeness {

/// Labelled photos as one pack sees them. The recipe outlives what is made of it.
struct PackPhotos {
    const Recipe* recipe = nullptr;
    LabelledPhotos photos;
};

/// Ranks labelled photos by one pack, or by several together (see PackFusion), and tells what lies at each
/// rank. The query itself is never in its ranking. Immutable and thread-safe.
class PackRanker {
public:
    /// All packs have the same photos in the same rows. One pack at least.
    PackRanker(std::vector<PackPhotos> packs, Rerank rerank);

    std::size_t size() const { return packs_.front().ranker.size(); }
    PhotoId photo(std::size_t row) const { return packs_.front().ranker.photo(row); }
    std::int64_t matches(std::size_t row) const { return packs_.front().ranker.matches(row); }
    std::size_t packs() const { return packs_.size(); }
    const Recipe& recipe(std::size_t pack) const { return *packs_[pack].recipe; }

    /// One group per score of the codes that occurs.
    std::vector<TieGroup> byCodes(std::size_t queryRow) const;

    /// The first `shortList` photos of each pack by Hamming distance, in groups of equal score, then the
    /// others in groups of equal score of the codes. A query for each pack.
    std::vector<TieGroup> byRerankedCodes(std::size_t queryRow, std::span<const QueryCodes> queries,
                                          std::size_t shortList) const;

private:
    struct Pack {
        const Recipe* recipe;
        TieRanker ranker;
    };
    struct Key;
    double similarityOf(const Key& key) const;
    /// Of all rows, for Ranking::Codes.
    std::vector<double> codeScores(std::size_t queryRow) const;
    /// The first `length` photos of each pack, by row.
    std::vector<std::uint32_t> shortListOf(std::size_t queryRow, std::size_t length) const;
    /// Of the rows, for Ranking::Full.
    std::vector<double> pooled(std::span<const std::uint32_t> rows,
                               std::span<const QueryCodes> queries) const;

    std::vector<Pack> packs_;
    std::vector<double> shares_;
};

} // namespace likeness
