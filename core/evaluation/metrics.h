// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace likeness {

/// Photos that a query puts at the same rank: `relevant` of the `photos` are right. A ranking is a list of
/// them from the best rank to the worst, which together hold every relevant photo.
struct TieGroup {
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    double similarity = 0; // 0 to 1, what a person is told; no metric here looks at it
    double gain = 0;       // sum over the photos, for graded relevance (nDCG) alone
};

/// Expected average precision over random order within each tie (McSherry and Najork 2008):
/// AP = (1/R) sum over groups (r/n) sum_{t=1..n} [R_before + 1 + (t-1)(r-1)/(n-1)] / (N_before + t), the
/// fraction being 0 for n = 1. Without ties this is plain AP. 0 where nothing is relevant.
double averagePrecision(std::span<const TieGroup> ranking);

/// The same of the first k alone: the group at k is cut by the same expectation, and the sum is divided by
/// min(R, k).
double averagePrecisionAt(std::span<const TieGroup> ranking, std::int64_t k);

/// Average precision as HashNet's published evaluation has it (Cao, Long, Wang and Yu 2017): of the first k
/// of an order in which ties are already broken (1: relevant), divided by the relevant ones among them. None
/// where there are none: such queries are left out of its mean, which makes it larger than the others here.
std::optional<double> hashNetAveragePrecision(std::span<const std::uint8_t> order, std::size_t k);

/// Expected precision among the first k, the group at k cut by expectation.
double precisionAt(std::span<const TieGroup> ranking, std::int64_t k);

/// Expected share of all relevant photos that is among the first k. 0 where nothing is relevant.
double recallAt(std::span<const TieGroup> ranking, std::int64_t k);

/// Harmonic mean of precision and recall; 0 where both are.
double f1Score(double precision, double recall);

/// Expected normalised discounted cumulative gain of the first k (Järvelin and Kekäläinen 2002; ties as
/// McSherry and Najork 2008): sum of gain / log2(rank + 1), over that of the best order. `gains` are those of
/// all photos, in any order. 0 where all are 0.
double ndcgAt(std::span<const TieGroup> ranking, std::span<const double> gains, std::int64_t k);

} // namespace likeness
