// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

#if defined(__aarch64__)

#include <arm_neon.h>

#include <algorithm>
#include <array>
#include <bit>

namespace likeness {
namespace {

/// Differing bits of one code, as sums that make up the distance. A byte holds what 16 words can add to it.
template <std::size_t fixed>
inline uint16x8_t countsOf(const std::uint64_t* code, const std::uint64_t* query, std::size_t anyWords) {
    const std::size_t words = fixed == 0 ? anyWords : fixed;
    uint8x16_t counts = vdupq_n_u8(0);
    std::size_t i = 0;
    for (; i + 2 <= words; i += 2) {
        const uint64x2_t differing = veorq_u64(vld1q_u64(code + i), vld1q_u64(query + i));
        counts = vaddq_u8(counts, vcntq_u8(vreinterpretq_u8_u64(differing)));
    }
    if (i < words) {
        const uint64x2_t differing =
            vcombine_u64(veor_u64(vld1_u64(code + i), vld1_u64(query + i)), vdup_n_u64(0));
        counts = vaddq_u8(counts, vcntq_u8(vreinterpretq_u8_u64(differing)));
    }
    return vpaddlq_u8(counts);
}

/// Eight codes at a time: their counts are added up in pairs until a lane is left for each.
template <std::size_t fixed>
void scan(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
          std::span<std::uint16_t> distances) {
    const std::size_t words = fixed == 0 ? query.size() : fixed;
    const std::uint64_t* code = codes.data();
    std::size_t i = 0;
    for (; i + 8 <= distances.size(); i += 8, code += 8 * words) {
        std::array<uint16x8_t, 8> counts;
#pragma GCC unroll 8
        for (std::size_t j = 0; j < 8; ++j)
            counts[j] = countsOf<fixed>(code + j * words, query.data(), words);
#pragma GCC unroll 3
        for (std::size_t left = 4; left > 0; left /= 2)
#pragma GCC unroll 4
            for (std::size_t j = 0; j < left; ++j)
                counts[j] = vpaddq_u16(counts[2 * j], counts[2 * j + 1]);
        vst1q_u16(&distances[i], counts[0]);
    }
    for (; i < distances.size(); ++i, code += words)
        distances[i] = vaddvq_u16(countsOf<fixed>(code, query.data(), words));
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
    case 8:
        return scan<8>(codes, query, distances);
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
    if (distances.size() < 8)
        return *std::ranges::min_element(distances);
    // The last vector overlaps the one before it.
    uint16x8_t best = vld1q_u16(&distances[distances.size() - 8]);
    for (std::size_t i = 0; i + 8 < distances.size(); i += 8)
        best = vminq_u16(best, vld1q_u16(&distances[i]));
    return vminvq_u16(best);
}

void below(std::span<const std::uint16_t> distances, std::uint16_t limit, std::span<std::uint64_t> rows) {
    static constexpr std::array<std::uint16_t, 8> bits{1, 2, 4, 8, 16, 32, 64, 128};
    const uint16x8_t limits = vdupq_n_u16(limit);
    std::ranges::fill(rows, 0);
    std::size_t i = 0;
    for (; i + 8 <= distances.size(); i += 8) {
        const uint16x8_t found =
            vandq_u16(vcltq_u16(vld1q_u16(&distances[i]), limits), vld1q_u16(bits.data()));
        rows[i / 64] |= std::uint64_t{vaddvq_u16(found)} << (i % 64);
    }
    for (; i < distances.size(); ++i)
        rows[i / 64] |= std::uint64_t{distances[i] < limit} << (i % 64);
}

} // namespace

const HammingKernels* neonKernels() {
    static constexpr HammingKernels kernels{"neon", distances, distancesOfBatch, smallest, below};
    return &kernels;
}

} // namespace likeness

#else

const likeness::HammingKernels* likeness::neonKernels() {
    return nullptr;
}

#endif
