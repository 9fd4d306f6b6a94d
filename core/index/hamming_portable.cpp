// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

#include <algorithm>
#include <bit>

namespace likeness {
namespace {

/// The length known to the compiler: the inner loop disappears. 0: any length.
template <std::size_t fixed>
void scan(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
          std::span<std::uint16_t> distances) {
    const std::size_t words = fixed == 0 ? query.size() : fixed;
    const std::uint64_t* code = codes.data();
    for (std::uint16_t& distance : distances) {
        int sum = 0;
#pragma GCC unroll 8
        for (std::size_t i = 0; i < words; ++i)
            sum += std::popcount(code[i] ^ query[i]);
        distance = static_cast<std::uint16_t>(sum);
        code += words;
    }
}

void distances(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
               std::span<std::uint16_t> distances) {
    switch (query.size()) {
    case 1:
        return scan<1>(codes, query, distances);
    case 2:
        return scan<2>(codes, query, distances);
    case 4:
        return scan<4>(codes, query, distances);
    default:
        return scan<0>(codes, query, distances);
    }
}

void distancesOfBatch(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> queries,
                      std::size_t words, std::span<std::uint16_t> all) {
    const std::size_t count = codes.size() / words;
    for (std::size_t q = 0; q < queries.size() / words; ++q)
        distances(codes, queries.subspan(q * words, words), all.subspan(q * count, count));
}

std::uint16_t smallest(std::span<const std::uint16_t> distances) {
    return *std::ranges::min_element(distances);
}

void below(std::span<const std::uint16_t> distances, std::uint16_t limit, std::span<std::uint64_t> rows) {
    std::ranges::fill(rows, 0);
    for (std::size_t i = 0; i < distances.size(); ++i)
        rows[i / 64] |= std::uint64_t{distances[i] < limit} << (i % 64);
}

} // namespace

const HammingKernels& portableKernels() {
    static constexpr HammingKernels kernels{"portable", distances, distancesOfBatch, smallest, below};
    return kernels;
}

} // namespace likeness
