// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

// By function rather than by file: inline functions of headers stay runnable on every processor.
#define LIKENESS_AVX2 [[gnu::target("avx2,popcnt")]]

namespace likeness {
namespace {

constexpr std::size_t maxWords = 16;

template <std::size_t fixed>
LIKENESS_AVX2 inline std::uint16_t distance(const std::uint64_t* code, const std::uint64_t* query,
                                            std::size_t anyWords) {
    const std::size_t words = fixed == 0 ? anyWords : fixed;
    int sum = 0;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < words; ++i)
        sum += std::popcount(code[i] ^ query[i]);
    return static_cast<std::uint16_t>(sum);
}

template <std::size_t fixed>
LIKENESS_AVX2 void scanWords(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                             std::span<std::uint16_t> distances) {
    const std::size_t words = fixed == 0 ? query.size() : fixed;
    const std::uint64_t* code = codes.data();
    for (std::uint16_t& out : distances) {
        out = distance<fixed>(code, query.data(), words);
        code += words;
    }
}

/// `quads` times four words.
template <std::size_t quads>
struct Words {
    __m256i of[quads];
};

/// The bits in which a code differs from the query, in four sums of 64 bits. Counts of half bytes are looked
/// up (Muła, Kurz and Lemire 2018); those of one half stand above 8 and those of the other below, so that
/// PSADBW, the sum of absolute differences, adds them all up.
template <std::size_t quads>
LIKENESS_AVX2 inline __m256i countsOf(const std::uint64_t* code, const Words<quads>& query) {
    const __m256i above =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(8, 9, 9, 10, 9, 10, 10, 11, 9, 10, 10, 11, 10, 11, 11, 12));
    const __m256i under =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(8, 7, 7, 6, 7, 6, 6, 5, 7, 6, 6, 5, 6, 5, 5, 4));
    const __m256i half = _mm256_set1_epi8(15);
    __m256i counts = _mm256_setzero_si256();
#pragma GCC unroll 4
    for (std::size_t i = 0; i < quads; ++i) {
        const __m256i differing =
            _mm256_xor_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(code + 4 * i)), query.of[i]);
        const __m256i low = _mm256_and_si256(differing, half);
        const __m256i high = _mm256_and_si256(_mm256_srli_epi16(differing, 4), half);
        counts = _mm256_add_epi64(
            counts, _mm256_sad_epu8(_mm256_shuffle_epi8(above, low), _mm256_shuffle_epi8(under, high)));
    }
    return counts;
}

/// The sums of four codes, in 16 bits: two of each code in either half.
template <std::size_t quads>
LIKENESS_AVX2 inline __m256i countsOfFour(const std::uint64_t* code, const Words<quads>& query) {
    constexpr std::size_t words = 4 * quads;
    return _mm256_packs_epi32(
        _mm256_packs_epi32(countsOf<quads>(code, query), countsOf<quads>(code + words, query)),
        _mm256_packs_epi32(countsOf<quads>(code + 2 * words, query),
                           countsOf<quads>(code + 3 * words, query)));
}

/// Codes of 256, 512, 768 and 1024 bits: eight at a time.
template <std::size_t quads>
LIKENESS_AVX2 void scanQuads(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                             std::span<std::uint16_t> distances) {
    constexpr std::size_t words = 4 * quads;
    Words<quads> wanted;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < quads; ++i)
        wanted.of[i] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&query[4 * i]));
    const std::uint64_t* code = codes.data();
    std::size_t i = 0;
    for (; i + 8 <= distances.size(); i += 8, code += 8 * words) {
        const __m256i pairs = _mm256_hadd_epi16(countsOfFour<quads>(code, wanted),
                                                countsOfFour<quads>(code + 4 * words, wanted));
        const __m128i sums = _mm_add_epi16(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(&distances[i]), sums);
    }
    for (; i < distances.size(); ++i, code += words)
        distances[i] = distance<words>(code, query.data(), words);
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

// Batches: the codes are turned so that a vector holds the same four bits of 32 codes. What these add to the
// distances to two queries is looked up by PSHUFB in a table of 16 bytes that the queries' own four bits
// choose: one look-up is XOR and count for both. (As look-ups of product-quantised codes: André, Kermarrec,
// Le Scouarnec 2015.)

constexpr std::size_t nibblesPerWord = 16;
constexpr std::size_t vectors = 4; // of 32 codes each, so that a table is loaded once for four look-ups
constexpr std::size_t tileCodes = 32 * vectors;
constexpr std::size_t group = 3; // look-ups that are added up before the two queries' counts are told apart
constexpr std::size_t maxGroups = (maxWords * nibblesPerWord + group - 1) / group;
constexpr std::size_t groupsPerByte = 20; // what a byte can count

using Tile = std::array<std::uint8_t, group * maxGroups * tileCodes>; // by nibble, then by code

/// Of two queries: where the table for each of their nibbles starts. Padded to whole groups.
using Tables = std::array<std::uint16_t, group * maxGroups>;

/// Table 16 b + a: at n the number of bits in which a and n differ, plus 16 times that of b and n. A last one
/// of zeros.
alignas(64) constexpr auto differingBits = [] {
    std::array<std::uint8_t, 257 * 16> tables{};
    for (unsigned ab = 0; ab < 256; ++ab)
        for (unsigned n = 0; n < 16; ++n)
            tables[ab * 16 + n] =
                static_cast<std::uint8_t>(std::popcount(ab % 16 ^ n) + 16 * std::popcount(ab / 16 ^ n));
    return tables;
}();

struct Bytes {
    __m128i of[8]; // byte b of 16 codes in of[b]
};

/// A word of each of 16 codes, turned.
LIKENESS_AVX2 inline Bytes transposed(const std::uint64_t* codes, std::size_t words) {
    Bytes in;
#pragma GCC unroll 8
    for (std::size_t i = 0; i < 8; ++i)
        in.of[i] =
            _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(codes + i * words)),
                              _mm_loadl_epi64(reinterpret_cast<const __m128i*>(codes + (i + 8) * words)));
#pragma GCC unroll 3
    for (int stage = 0; stage < 3; ++stage) {
        const Bytes before = in;
#pragma GCC unroll 4
        for (std::size_t i = 0; i < 4; ++i) {
            in.of[2 * i] = _mm_unpacklo_epi8(before.of[i], before.of[i + 4]);
            in.of[2 * i + 1] = _mm_unpackhi_epi8(before.of[i], before.of[i + 4]);
        }
    }
    return in;
}

/// Turns tileCodes codes.
LIKENESS_AVX2 void makeTile(const std::uint64_t* codes, std::size_t words, Tile& tile) {
    const __m128i low = _mm_set1_epi8(15);
    for (std::size_t first = 0; first < tileCodes; first += 16)
        for (std::size_t w = 0; w < words; ++w) {
            const Bytes bytes = transposed(codes + first * words + w, words);
            std::uint8_t* plane = &tile[w * nibblesPerWord * tileCodes + first];
#pragma GCC unroll 8
            for (const __m128i byte : bytes.of) {
                _mm_storeu_si128(reinterpret_cast<__m128i*>(plane), _mm_and_si128(byte, low));
                _mm_storeu_si128(reinterpret_cast<__m128i*>(plane + tileCodes),
                                 _mm_and_si128(_mm_srli_epi16(byte, 4), low));
                plane += 2 * tileCodes;
            }
        }
}

/// The 16 nibbles of a word, a byte each.
LIKENESS_AVX2 inline __m128i nibblesOf(std::uint64_t word) {
    const __m128i bytes = _mm_cvtsi64_si128(static_cast<long long>(word));
    return _mm_and_si128(_mm_unpacklo_epi8(bytes, _mm_srli_epi16(bytes, 4)), _mm_set1_epi8(15));
}

LIKENESS_AVX2 Tables tablesOf(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    Tables tables;
    for (std::size_t w = 0; w < a.size(); ++w) {
        const __m128i both = _mm_or_si128(nibblesOf(a[w]), _mm_slli_epi16(nibblesOf(b[w]), 4));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(&tables[w * nibblesPerWord]),
                            _mm256_slli_epi16(_mm256_cvtepu8_epi16(both), 4));
    }
    for (std::size_t i = 0; i < group; ++i)
        tables[std::min(a.size() * nibblesPerWord + i, tables.size() - 1)] = 256 * 16;
    return tables;
}

/// Adds 32 bytes to the 32 distances there.
LIKENESS_AVX2 inline void addWidened(__m256i bytes, std::uint16_t* distances) {
    auto* const out = reinterpret_cast<__m256i*>(distances);
    const __m256i first = _mm256_cvtepu8_epi16(_mm256_castsi256_si128(bytes));
    const __m256i second = _mm256_cvtepu8_epi16(_mm256_extracti128_si256(bytes, 1));
    _mm256_storeu_si256(out, _mm256_add_epi16(_mm256_loadu_si256(out), first));
    _mm256_storeu_si256(out + 1, _mm256_add_epi16(_mm256_loadu_si256(out + 1), second));
}

/// What a group of nibbles adds to the distances of 32 codes, as differingBits has it.
LIKENESS_AVX2 inline __m256i lookUp(const std::uint8_t* planes, const __m256i (&tables)[group]) {
    const auto at = [](const std::uint8_t* plane) { return reinterpret_cast<const __m256i*>(plane); };
    const __m256i first = _mm256_shuffle_epi8(tables[0], _mm256_loadu_si256(at(planes)));
    const __m256i second = _mm256_shuffle_epi8(tables[1], _mm256_loadu_si256(at(planes + tileCodes)));
    const __m256i third = _mm256_shuffle_epi8(tables[2], _mm256_loadu_si256(at(planes + 2 * tileCodes)));
    return _mm256_add_epi8(_mm256_add_epi8(first, second), third);
}

/// Adds the distances of a tile to two queries.
LIKENESS_AVX2 void compareTile(const Tile& tile, std::size_t groups, const Tables& tables, std::uint16_t* toA,
                               std::uint16_t* toB) {
    const __m256i half = _mm256_set1_epi8(15);
    for (std::size_t first = 0; first < groups; first += groupsPerByte) {
        __m256i sums[vectors] = {};
        __m256i sumsB[vectors] = {};
        for (std::size_t g = first; g < std::min(groups, first + groupsPerByte); ++g) {
            __m256i chosen[group];
#pragma GCC unroll 3
            for (std::size_t i = 0; i < group; ++i)
                chosen[i] = _mm256_broadcastsi128_si256(
                    _mm_load_si128(reinterpret_cast<const __m128i*>(&differingBits[tables[group * g + i]])));
#pragma GCC unroll 4
            for (std::size_t v = 0; v < vectors; ++v) {
                const __m256i found = lookUp(&tile[group * g * tileCodes + 32 * v], chosen);
                sums[v] = _mm256_add_epi8(sums[v], found);
                sumsB[v] = _mm256_add_epi8(sumsB[v], _mm256_and_si256(_mm256_srli_epi16(found, 4), half));
            }
        }
#pragma GCC unroll 4
        for (std::size_t v = 0; v < vectors; ++v) {
            // Whatever ran over a byte on the way drops out here.
            addWidened(_mm256_sub_epi8(sums[v], _mm256_slli_epi16(_mm256_and_si256(sumsB[v], half), 4)),
                       toA + 32 * v);
            addWidened(sumsB[v], toB + 32 * v);
        }
    }
}

/// The distances of whole tiles.
LIKENESS_AVX2 void compareTiles(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> queries,
                                std::size_t words, std::span<std::uint16_t> all) {
    static thread_local Tile tile;
    const std::size_t count = all.size() / (queries.size() / words);
    std::vector<Tables> tables;
    for (std::size_t q = 0; q < queries.size(); q += 2 * words)
        tables.push_back(tablesOf(queries.subspan(q, words),
                                  queries.subspan(std::min(q + words, queries.size() - words), words)));
    const std::size_t groups = (words * nibblesPerWord + group - 1) / group;
    std::array<std::uint16_t, tileCodes> unused{};
    for (std::size_t first = 0; first < codes.size() / words; first += tileCodes) {
        makeTile(&codes[first * words], words, tile);
        for (std::size_t pair = 0; pair < tables.size(); ++pair) {
            std::uint16_t* const toA = &all[2 * pair * count + first];
            const bool alone = (2 * pair + 1) * words == queries.size();
            compareTile(tile, groups, tables[pair], toA, alone ? unused.data() : toA + count);
        }
    }
}

void distancesOfBatch(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> queries,
                      std::size_t words, std::span<std::uint16_t> all) {
    assert(words <= maxWords);
    const std::size_t count = codes.size() / words;
    const std::size_t queryCount = queries.size() / words;
    // Turning the codes pays from some queries on.
    const std::size_t whole = queryCount < 4 ? 0 : count - count % tileCodes;
    if (whole > 0) {
        std::ranges::fill(all, 0);
        compareTiles(codes.first(whole * words), queries, words, all);
    }
    for (std::size_t q = 0; q < queryCount && whole < count; ++q)
        distances(codes.subspan(whole * words), queries.subspan(q * words, words),
                  all.subspan(q * count + whole, count - whole));
}

LIKENESS_AVX2 std::uint16_t smallest(std::span<const std::uint16_t> distances) {
    if (distances.size() < 16)
        return *std::ranges::min_element(distances);
    const auto at = [&](std::size_t i) { return reinterpret_cast<const __m256i*>(&distances[i]); };
    // The last vector overlaps the one before it.
    __m256i best = _mm256_loadu_si256(at(distances.size() - 16));
    for (std::size_t i = 0; i + 16 < distances.size(); i += 16)
        best = _mm256_min_epu16(best, _mm256_loadu_si256(at(i)));
    const __m128i half = _mm_min_epu16(_mm256_castsi256_si128(best), _mm256_extracti128_si256(best, 1));
    return static_cast<std::uint16_t>(_mm_extract_epi16(_mm_minpos_epu16(half), 0));
}

/// A bit for each of 32 distances.
LIKENESS_AVX2 inline std::uint64_t below32(const std::uint16_t* distances, __m256i largest) {
    const auto* const in = reinterpret_cast<const __m256i*>(distances);
    const __m256i a = _mm256_loadu_si256(in);
    const __m256i b = _mm256_loadu_si256(in + 1);
    const __m256i found = _mm256_packs_epi16(_mm256_cmpeq_epi16(_mm256_min_epu16(a, largest), a),
                                             _mm256_cmpeq_epi16(_mm256_min_epu16(b, largest), b));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_permute4x64_epi64(found, 0xD8)));
}

LIKENESS_AVX2 void below(std::span<const std::uint16_t> distances, std::uint16_t limit,
                         std::span<std::uint64_t> rows) {
    std::ranges::fill(rows, 0);
    if (limit == 0)
        return;
    const __m256i largest = _mm256_set1_epi16(static_cast<std::int16_t>(limit - 1));
    std::size_t i = 0;
    for (; i + 64 <= distances.size(); i += 64)
        rows[i / 64] = below32(&distances[i], largest) | below32(&distances[i + 32], largest) << 32;
    for (; i < distances.size(); ++i)
        rows[i / 64] |= std::uint64_t{distances[i] < limit} << (i % 64);
}

} // namespace

const HammingKernels* avx2Kernels() {
    static constexpr HammingKernels kernels{"avx2", distances, distancesOfBatch, smallest, below};
    static const bool runs = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    return runs ? &kernels : nullptr;
}

} // namespace likeness

#else

const likeness::HammingKernels* likeness::avx2Kernels() {
    return nullptr;
}

#endif
