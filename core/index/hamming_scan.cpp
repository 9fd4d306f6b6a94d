// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_scan.h"

#include <array>
#include <bit>
#include <cassert>

namespace likeness {
namespace {

using Kernel = void (*)(const std::uint64_t* codes, const std::uint64_t* query, std::size_t words,
                        std::span<std::uint16_t> distances);

void scanAnyLength(const std::uint64_t* codes, const std::uint64_t* query, std::size_t words,
                   std::span<std::uint16_t> distances) {
    for (std::uint16_t& distance : distances) {
        int sum = 0;
        for (std::size_t i = 0; i < words; ++i)
            sum += std::popcount(codes[i] ^ query[i]);
        distance = static_cast<std::uint16_t>(sum);
        codes += words;
    }
}

/// The length known to the compiler: the inner loop disappears.
template <std::size_t words>
void scanFixedLength(const std::uint64_t* codes, const std::uint64_t* query, std::size_t,
                     std::span<std::uint16_t> distances) {
    std::array<std::uint64_t, words> wanted{};
    for (std::size_t i = 0; i < words; ++i)
        wanted[i] = query[i];
    for (std::uint16_t& distance : distances) {
        int sum = 0;
        for (std::size_t i = 0; i < words; ++i)
            sum += std::popcount(codes[i] ^ wanted[i]);
        distance = static_cast<std::uint16_t>(sum);
        codes += words;
    }
}

/// The one place where a kernel is chosen.
Kernel kernelFor(std::size_t words) {
    switch (words) {
    case 1:
        return scanFixedLength<1>;
    case 2:
        return scanFixedLength<2>;
    case 4:
        return scanFixedLength<4>;
    case 8:
        return scanFixedLength<8>;
    default:
        return scanAnyLength;
    }
}

} // namespace

void scanHamming(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                 std::span<std::uint16_t> distances) {
    assert(codes.size() == query.size() * distances.size());
    kernelFor(query.size())(codes.data(), query.data(), query.size(), distances);
}

} // namespace likeness
