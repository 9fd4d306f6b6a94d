// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/top_k.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace likeness {

/// The k smallest of distances that come one by one, ties by row. Exact: the distances are counted, so that
/// the k-th smallest so far is always known, and what can't be among the nearest any more is turned away.
class NearestCollector {
public:
    /// Distances lie within 0..maxDistance.
    NearestCollector(std::size_t k, int maxDistance);

    /// Distances from here on are turned away.
    int limit() const { return limit_; }

    /// Rows come in ascending order.
    void add(std::uint32_t row, int distance) {
        if (distance >= limit_)
            return;
        candidates_.push_back({row, distance});
        ++count_[static_cast<std::size_t>(distance)];
        if (++nearer_ >= k_)
            tighten();
    }

    /// What was kept: the k nearest, and perhaps some that are no nearer than these. In no order.
    const std::vector<Neighbour>& candidates() const { return candidates_; }

private:
    void tighten();
    void dropFarther();

    std::size_t k_;
    std::size_t room_; // for candidates, before those are dropped that fell behind
    int limit_;
    std::size_t nearer_ = 0; // candidates with a distance below the limit
    std::vector<std::size_t> count_;
    std::vector<Neighbour> candidates_;
};

/// Nearest first, ties by row, at most k.
std::vector<Neighbour> sortedNearest(std::vector<Neighbour> candidates, std::size_t k);

} // namespace likeness
