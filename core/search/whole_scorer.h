// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/recipe.h"
#include "core/hashing/rerank_score.h"
#include "core/index/live_index.h"
#include "core/library/database.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"

#include <memory>
#include <vector>

namespace likeness {

/// Compares whole photos: global codes, then the stored descriptors.
class WholeScorer final : public Scorer {
public:
    struct Order {
        Ranking ranking = Ranking::Full;
        Rerank rerank = Rerank::Expansion;
        Lookup lookup = Lookup::Scan;
    };
    /// One query for each way to ask. Database and index outlive the scorer.
    WholeScorer(const Database& database, const LiveIndex& index, const Recipe& recipe,
                std::vector<QueryCodes> queries, Order order)
        : database_(database), index_(index), recipe_(recipe), queries_(std::move(queries)), order_(order) {}

    int bits() const override { return index_.bits(); }
    std::vector<PhotoId> nearest(std::size_t k, Among among) const override;
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const override;
    double codesLogit(double score) const override;

private:
    RankedPhoto byCodes(const IndexedCode& photo) const;
    /// Fills in all but the photos; `shortList` has them in the same order.
    void rerank(std::vector<RankedPhoto>& photos, std::span<const ShortListed> shortList) const;

    const Database& database_;
    const LiveIndex& index_;
    const Recipe& recipe_;
    std::vector<QueryCodes> queries_;
    Order order_;
};

} // namespace likeness
