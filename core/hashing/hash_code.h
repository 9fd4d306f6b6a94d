// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// A binary code of `bits` bits in 64-bit words, bit i at words[i / 64] >> (i % 64); unused high bits are
/// zero.
class HashCode {
public:
    HashCode() = default;

    /// Bit i is set where values[i] > 0.
    static HashCode fromSigns(std::span<const float> values);
    /// From little-endian bytes, (bits + 7) / 8 of them. InvalidArgument where the length differs.
    static Result<HashCode> fromBytes(std::span<const std::byte> bytes, int bits);

    /// From wordsForBits(bits) words laid out as above.
    static HashCode fromWords(std::span<const std::uint64_t> words, int bits);

    int bits() const { return bits_; }
    std::span<const std::uint64_t> words() const { return words_; }
    bool bit(int i) const;

    std::vector<std::byte> toBytes() const;

    bool operator==(const HashCode&) const = default;

private:
    explicit HashCode(int bits);
    std::vector<std::uint64_t> words_;
    int bits_ = 0;
};

/// Words that a code of so many bits takes.
constexpr std::size_t wordsForBits(int bits) {
    return (static_cast<std::size_t>(bits) + 63U) / 64U;
}

/// Number of differing bits of two codes in words; both have the same length.
inline int hammingDistance(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    int distance = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        distance += std::popcount(a[i] ^ b[i]);
    return distance;
}

inline int hammingDistance(const HashCode& a, const HashCode& b) {
    return hammingDistance(a.words(), b.words());
}

} // namespace likeness
