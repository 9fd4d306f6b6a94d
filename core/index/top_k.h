// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// A row of a scanned array and its Hamming distance to the query.
struct Neighbour {
    std::uint32_t row = 0;
    std::int32_t distance = 0;
    bool operator==(const Neighbour&) const = default;
};

/// The k smallest distances, nearest first, ties by row. Exact and linear: distances are small whole numbers,
/// so they are counted, the k-th smallest is read off the counts, and one more pass collects. distances[i]
/// lies within 0..maxDistance.
std::vector<Neighbour> nearestByCounting(std::span<const std::uint16_t> distances, int maxDistance,
                                         std::size_t k);

} // namespace likeness
