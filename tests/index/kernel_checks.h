// SPDX-License-Identifier: GPL-3.0-or-later
// What every set of Hamming kernels must do, without Qt: other processors' kernels are checked by a program
// that is built for them.
#pragma once

#include "core/index/hamming_kernels.h"
#include "tests/index/clustered_codes.h"

#include <bitset>
#include <string>

namespace likeness::testing {

inline constexpr std::size_t oddCounts[] = {0,  1,  2,  3,  7,   15,  16,  17,  31,
                                            33, 63, 64, 65, 127, 128, 129, 200, 515};

/// The definition, bit by bit.
inline std::uint16_t naiveDistance(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    std::size_t distance = 0;
    for (std::size_t i = 0; i < words; ++i)
        distance += std::bitset<64>(a[i] ^ b[i]).count();
    return static_cast<std::uint16_t>(distance);
}

/// Random codes, with some that are equal to the first query and some that differ from it in every bit.
inline std::vector<std::uint64_t> mixedCodes(std::size_t count, std::span<const std::uint64_t> query,
                                             std::mt19937_64& random) {
    std::vector<std::uint64_t> codes = randomWords(count * query.size(), random);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t w = 0; w < query.size(); ++w)
            if (i % 5 == 1 || i % 5 == 3)
                codes[i * query.size() + w] = i % 5 == 1 ? query[w] : ~query[w];
    return codes;
}

/// Bits beyond `bits` are zero, as in a HashCode.
inline void clearBeyond(int bits, std::size_t words, std::vector<std::uint64_t>& codes) {
    if (bits % 64 != 0)
        for (std::size_t last = words - 1; last < codes.size(); last += words)
            codes[last] &= (std::uint64_t{1} << (bits % 64)) - 1;
}

/// Both ways to compare `count` codes with `queryCount` queries; the results stand off any boundary and must
/// not overrun their end.
inline bool distancesAgree(const HammingKernels& kernels, int bits, std::size_t count, std::size_t queryCount,
                           std::mt19937_64& random) {
    constexpr std::uint16_t untouched = 54321;
    const std::size_t words = (static_cast<std::size_t>(bits) + 63) / 64;
    std::vector<std::uint64_t> queries = randomWords(words * queryCount, random);
    std::vector<std::uint64_t> codes = mixedCodes(count, std::span(queries).first(words), random);
    clearBeyond(bits, words, queries);
    clearBeyond(bits, words, codes);
    std::vector<std::uint16_t> single(count + 2, untouched);
    std::vector<std::uint16_t> batch(count * queryCount + 2, untouched);
    kernels.distancesOfBatch(codes, queries, words, std::span(batch).subspan(1, count * queryCount));
    for (std::size_t q = 0; q < queryCount; ++q) {
        const auto query = std::span<const std::uint64_t>(queries).subspan(q * words, words);
        kernels.distances(codes, query, std::span(single).subspan(1, count));
        for (std::size_t i = 0; i < count; ++i) {
            const auto expected = naiveDistance(&codes[i * words], query.data(), words);
            if (single[1 + i] != expected || batch[1 + q * count + i] != expected)
                return false;
        }
    }
    return single.front() == untouched && single.back() == untouched && batch.front() == untouched &&
           batch.back() == untouched;
}

inline bool smallestAgrees(const HammingKernels& kernels, std::size_t count, std::mt19937_64& random) {
    std::vector<std::uint16_t> distances(count + 2);
    for (std::uint16_t& distance : distances)
        distance = static_cast<std::uint16_t>(1 + random() % 65535);
    distances.front() = 0; // beyond both ends
    distances.back() = 0;
    const auto inside = std::span(distances).subspan(1, count);
    return kernels.smallest(inside) == *std::ranges::min_element(inside);
}

inline bool belowAgrees(const HammingKernels& kernels, std::size_t count, std::uint16_t limit,
                        std::mt19937_64& random) {
    std::vector<std::uint16_t> distances(count + 1);
    for (std::uint16_t& distance : distances)
        distance = static_cast<std::uint16_t>(random() % 3 == 0 ? random() : limit + random() % 3 - 1);
    const auto inside = std::span<const std::uint16_t>(distances).subspan(1);
    std::vector<std::uint64_t> rows(count / 64 + 2, ~std::uint64_t{0});
    kernels.below(inside, limit, rows);
    for (std::size_t i = 0; i < 64 * rows.size(); ++i)
        if ((rows[i / 64] >> (i % 64) & 1U) != (i < count && inside[i] < limit ? 1U : 0U))
            return false;
    return true;
}

/// Empty, or the first case in which the kernels differ from the definition.
inline std::string firstDisagreement(const HammingKernels& kernels) {
    std::mt19937_64 random(1);
    for (int bits = 16; bits <= 1024; bits += 16)
        for (const std::size_t count : oddCounts)
            for (const std::size_t queries : {1U, 2U, 5U})
                if (!distancesAgree(kernels, bits, count, queries, random))
                    return "distances of " + std::to_string(count) + " codes of " + std::to_string(bits) +
                           " bits to " + std::to_string(queries) + " queries";
    for (const std::size_t count : oddCounts)
        if (count > 0 && !smallestAgrees(kernels, count, random))
            return "smallest of " + std::to_string(count);
    for (const std::size_t count : oddCounts)
        for (const std::uint16_t limit :
             std::initializer_list<std::uint16_t>{0, 1, 100, 1025, 32767, 32768, 65535})
            if (!belowAgrees(kernels, count, limit, random))
                return "below " + std::to_string(limit) + " of " + std::to_string(count);
    return {};
}

} // namespace likeness::testing
