// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/top_k.h"

#include <algorithm>
#include <cstddef>

namespace likeness {

std::vector<Neighbour> nearestByCounting(std::span<const std::uint16_t> distances, int maxDistance,
                                         std::size_t k) {
    k = std::min(k, distances.size());
    if (k == 0)
        return {};

    std::vector<std::size_t> count(static_cast<std::size_t>(maxDistance) + 1);
    for (std::uint16_t distance : distances)
        ++count[distance];

    // Where the rows of each distance go; those of the k-th smallest distance fill what room is left.
    std::vector<std::size_t> next(count.size());
    std::size_t farthest = 0;
    for (std::size_t before = 0; before + count[farthest] < k; ++farthest) {
        next[farthest] = before;
        before += count[farthest];
        next[farthest + 1] = before;
    }

    std::vector<Neighbour> nearest(k);
    for (std::size_t row = 0; row < distances.size(); ++row) {
        const std::size_t distance = distances[row];
        if (distance <= farthest && next[distance] < k)
            nearest[next[distance]++] = {static_cast<std::uint32_t>(row),
                                         static_cast<std::int32_t>(distance)};
    }
    return nearest;
}

} // namespace likeness
