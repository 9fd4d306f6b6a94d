// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace likeness {

/// Photos that a query puts at the same rank: `relevant` of the `photos` are right.
struct TieGroup {
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    double similarity = 0; // 0 to 1, what a person is told; no metric here looks at it
};

/// Expected average precision over random order within each tie (McSherry and Najork 2008), for groups from
/// the best rank to the worst that together hold every relevant photo: AP = (1/R) sum over groups (r/n)
/// sum_{t=1..n} [R_before + 1 + (t-1)(r-1)/(n-1)] / (N_before + t), the fraction being 0 for n = 1. Without
/// ties this is plain AP. 0 where nothing is relevant.
double averagePrecision(std::span<const TieGroup> ranking);

/// Expected precision among the first k, the group at k cut by expectation.
double precisionAt(std::span<const TieGroup> ranking, std::int64_t k);

} // namespace likeness
