// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

#if defined(__x86_64__)

// Tests run these kernels on processors without AVX-512 too, emulated by SIMDe.
#if defined(LIKENESS_EMULATE_AVX512)
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/x86/avx512.h>
#define LIKENESS_AVX512
#else
#include <immintrin.h>
#define LIKENESS_AVX512 [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,popcnt")]]
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace likeness {
namespace {

constexpr std::size_t maxWords = 16;

LIKENESS_AVX512 inline std::uint16_t distance(const std::uint64_t* code, const std::uint64_t* query,
                                              std::size_t words) {
    int sum = 0;
#pragma GCC unroll 8
    for (std::size_t i = 0; i < words; ++i)
        sum += std::popcount(code[i] ^ query[i]);
    return static_cast<std::uint16_t>(sum);
}

/// `quads` times four words.
template <std::size_t quads>
struct Words {
    __m256i of[quads];
};

/// The bits in which a code differs from the query, in four sums.
template <std::size_t quads>
LIKENESS_AVX512 inline __m256i countsOf(const std::uint64_t* code, const Words<quads>& query) {
    __m256i counts = _mm256_setzero_si256();
#pragma GCC unroll 4
    for (std::size_t i = 0; i < quads; ++i) {
        const __m256i words = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(code + 4 * i));
        counts = _mm256_add_epi64(counts, _mm256_popcnt_epi64(_mm256_xor_si256(words, query.of[i])));
    }
    return counts;
}

/// The counts of four codes, 16 bits each, summed over their words: four distances in 64 bits.
LIKENESS_AVX512 inline __m128i sumsOfFour(__m256i a, __m256i b, __m256i c, __m256i d) {
    const __m256i ab = _mm256_or_si256(a, _mm256_slli_epi64(b, 16));
    const __m256i cd = _mm256_or_si256(_mm256_slli_epi64(c, 32), _mm256_slli_epi64(d, 48));
    const __m256i all = _mm256_or_si256(ab, cd);
    const __m128i half = _mm_add_epi64(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
    return _mm_add_epi64(half, _mm_unpackhi_epi64(half, half));
}

/// Codes of 256, 512, 768 and 1024 bits: four at a time.
template <std::size_t quads>
LIKENESS_AVX512 void scanQuads(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                               std::span<std::uint16_t> distances) {
    constexpr std::size_t words = 4 * quads;
    Words<quads> wanted;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < quads; ++i)
        wanted.of[i] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&query[4 * i]));
    const std::uint64_t* code = codes.data();
    std::size_t i = 0;
    for (; i + 4 <= distances.size(); i += 4, code += 4 * words)
        _mm_storel_epi64(reinterpret_cast<__m128i*>(&distances[i]),
                         sumsOfFour(countsOf<quads>(code, wanted), countsOf<quads>(code + words, wanted),
                                    countsOf<quads>(code + 2 * words, wanted),
                                    countsOf<quads>(code + 3 * words, wanted)));
    for (; i < distances.size(); ++i, code += words)
        distances[i] = distance(code, query.data(), words);
}

template <std::size_t fixed>
LIKENESS_AVX512 void scanWords(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                               std::span<std::uint16_t> distances) {
    const std::size_t words = fixed == 0 ? query.size() : fixed;
    const std::uint64_t* code = codes.data();
    for (std::uint16_t& out : distances) {
        out = distance(code, query.data(), words);
        code += words;
    }
}

void distances(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
               std::span<std::uint16_t> distances) {
    switch (query.size()) {
    case 1:
        return scanWords<1>(codes, query, distances);
    case 2:
        return scanWords<2>(codes, query, distances);
    case 4:
        return scanQuads<1>(codes, query, distances);
    case 8:
        return scanQuads<2>(codes, query, distances);
    case 12:
        return scanQuads<3>(codes, query, distances);
    case 16:
        return scanQuads<4>(codes, query, distances);
    default:
        return scanWords<0>(codes, query, distances);
    }
}

// Batches: 32 codes are turned so that a vector holds the same word of eight of them; then no sum goes
// across.
constexpr std::size_t tileCodes = 32;
using Tile = std::array<std::uint64_t, maxWords * tileCodes>; // by word, then by code

void makeTile(const std::uint64_t* codes, std::size_t words, Tile& tile) {
    for (std::size_t i = 0; i < tileCodes; ++i)
        for (std::size_t w = 0; w < words; ++w)
            tile[w * tileCodes + i] = codes[i * words + w];
}

/// Distances that stand in four vectors of 64-bit lanes, as 32 of 16 bits in their order.
LIKENESS_AVX512 inline __m512i packed(const __m512i (&sums)[4]) {
    alignas(64) static constexpr auto order = [] {
        std::array<std::uint16_t, 32> places{};
        for (std::size_t i = 0; i < 32; ++i)
            places[i] = static_cast<std::uint16_t>(4 * (i % 8) + i / 8);
        return places;
    }();
    const __m512i low = _mm512_or_si512(sums[0], sums[1] << 16);
    const __m512i high = _mm512_or_si512(sums[2] << 32, sums[3] << 48);
    return _mm512_permutexvar_epi16(_mm512_loadu_si512(order.data()), _mm512_or_si512(low, high));
}

LIKENESS_AVX512 void compareTile(const Tile& tile, const std::uint64_t* query, std::size_t words,
                                 std::uint16_t* distances) {
    __m512i sums[4] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(),
                       _mm512_setzero_si512()};
    for (std::size_t w = 0; w < words; ++w) {
        const __m512i wanted = _mm512_set1_epi64(static_cast<long long>(query[w]));
#pragma GCC unroll 4
        for (std::size_t v = 0; v < 4; ++v) {
            const __m512i lanes = _mm512_loadu_si512(&tile[w * tileCodes + 8 * v]);
            sums[v] = _mm512_add_epi64(sums[v], _mm512_popcnt_epi64(_mm512_xor_si512(lanes, wanted)));
        }
    }
    _mm512_storeu_si512(distances, packed(sums));
}

void distancesOfBatch(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> queries,
                      std::size_t words, std::span<std::uint16_t> all) {
    assert(words <= maxWords);
    const std::size_t count = codes.size() / words;
    // Turning the codes pays from some queries on.
    const std::size_t whole = queries.size() < 4 * words ? 0 : count - count % tileCodes;
    alignas(64) Tile tile;
    for (std::size_t first = 0; first < whole; first += tileCodes) {
        makeTile(&codes[first * words], words, tile);
        for (std::size_t q = 0; q < queries.size() / words; ++q)
            compareTile(tile, &queries[q * words], words, &all[q * count + first]);
    }
    for (std::size_t q = 0; q < queries.size() / words && whole < count; ++q)
        distances(codes.subspan(whole * words), queries.subspan(q * words, words),
                  all.subspan(q * count + whole, count - whole));
}

bool processorRunsThem() {
#if defined(LIKENESS_EMULATE_AVX512)
    return true;
#else
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
           __builtin_cpu_supports("avx512vpopcntdq") != 0;
#endif
}

} // namespace

const HammingKernels* avx512Kernels() {
    const HammingKernels* const avx2 = avx2Kernels();
    if (avx2 == nullptr || !processorRunsThem())
        return nullptr;
    static const HammingKernels kernels{"avx512", distances, distancesOfBatch, avx2->smallest, avx2->below};
    return &kernels;
}

} // namespace likeness

#else

const likeness::HammingKernels* likeness::avx512Kernels() {
    return nullptr;
}

#endif
