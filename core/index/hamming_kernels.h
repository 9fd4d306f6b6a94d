// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace likeness {

/// How one instruction set compares codes. Codes stand one after the other, `words` 64-bit words each (1 to
/// 16). Every set gives the same results; nothing need be aligned.
struct HammingKernels {
    std::string_view name;

    /// distances[i] = number of bits in which code i differs from the query. distances.size() codes of
    /// query.size() words.
    void (*distances)(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                      std::span<std::uint16_t> distances);

    /// The same for several queries, one after the other: those of query q start at distances[q * codes].
    /// Meant for some hundred codes at a time, so that they and the distances stay in the cache.
    void (*distancesOfBatch)(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> queries,
                             std::size_t words, std::span<std::uint16_t> distances);

    /// The smallest of one or more distances: what the best window of a photo has.
    std::uint16_t (*smallest)(std::span<const std::uint16_t> distances);

    /// Bit i % 64 of rows[i / 64] is set where distances[i] < limit, and clear beyond the last distance.
    /// 64 * rows.size() >= distances.size().
    void (*below)(std::span<const std::uint16_t> distances, std::uint16_t limit,
                  std::span<std::uint64_t> rows);
};

/// In plain C++, for any processor.
const HammingKernels& portableKernels();

// nullptr where this processor (or the one that the program was built for) lacks the instructions.
const HammingKernels* avx2Kernels();   // AVX2 and POPCNT
const HammingKernels* avx512Kernels(); // AVX-512 F, BW, DQ, VL and VPOPCNTDQ
const HammingKernels* neonKernels();   // 64-bit Arm

/// All that this processor can run, the fastest first.
std::vector<const HammingKernels*> availableKernels();

/// The fastest of them, chosen once.
const HammingKernels& hammingKernels();

} // namespace likeness
