// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/nearest_collector.h"

#include <algorithm>
#include <tuple>

namespace likeness {

NearestCollector::NearestCollector(std::size_t k, int maxDistance)
    : k_(k),
      room_(2 * k + 1024),
      limit_(k == 0 ? 0 : maxDistance + 1),
      count_(static_cast<std::size_t>(maxDistance) + 1) {}

void NearestCollector::tighten() {
    // The k-th smallest distance becomes the limit: a later row of that distance loses the tie.
    while (nearer_ >= k_) {
        --limit_;
        nearer_ -= count_[static_cast<std::size_t>(limit_)];
    }
    if (candidates_.size() >= room_)
        dropFarther();
}

void NearestCollector::dropFarther() {
    std::size_t ties = k_ - nearer_;
    std::erase_if(candidates_, [&](const Neighbour& candidate) {
        if (candidate.distance != limit_)
            return candidate.distance > limit_;
        const bool kept = ties > 0;
        ties -= kept ? 1 : 0;
        return !kept;
    });
    count_[static_cast<std::size_t>(limit_)] = k_ - nearer_;
}

std::vector<Neighbour> sortedNearest(std::vector<Neighbour> candidates, std::size_t k) {
    const auto order = [](const Neighbour& a, const Neighbour& b) {
        return std::tie(a.distance, a.row) < std::tie(b.distance, b.row);
    };
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(k, candidates.size()));
    if (end != candidates.end())
        std::nth_element(candidates.begin(), end, candidates.end(), order);
    candidates.erase(end, candidates.end());
    std::ranges::sort(candidates, order);
    return candidates;
}

} // namespace likeness
