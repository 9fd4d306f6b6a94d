// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/hash_code.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace likeness {

HashCode::HashCode(int bits) : words_(wordsForBits(bits)), bits_(bits) {}

HashCode HashCode::fromSigns(std::span<const float> values) {
    HashCode code(static_cast<int>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i)
        code.words_[i / 64] |= static_cast<std::uint64_t>(values[i] > 0.0F) << (i % 64);
    return code;
}

HashCode HashCode::fromWords(std::span<const std::uint64_t> words, int bits) {
    assert(words.size() == wordsForBits(bits));
    HashCode code(bits);
    std::ranges::copy(words, code.words_.begin());
    return code;
}

Result<HashCode> HashCode::fromBytes(std::span<const std::byte> bytes, int bits) {
    const auto expected = (static_cast<std::size_t>(bits) + 7) / 8;
    if (bits < 0 || bytes.size() != expected)
        return makeError(ErrorCode::InvalidArgument, {"a code of " + std::to_string(bits) + " bits has " +
                                                      std::to_string(bytes.size()) + " bytes"});
    HashCode code(bits);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        code.words_[i / 8] |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * (i % 8));
    if (bits % 64 != 0)
        code.words_.back() &= (std::uint64_t{1} << (static_cast<unsigned>(bits) % 64)) - 1;
    return code;
}

bool HashCode::bit(int i) const {
    assert(i >= 0 && i < bits_);
    const auto position = static_cast<std::size_t>(i);
    return (words_[position / 64] >> (position % 64) & 1U) != 0;
}

std::vector<std::byte> HashCode::toBytes() const {
    std::vector<std::byte> bytes((static_cast<std::size_t>(bits_) + 7) / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(words_[i / 8] >> (8 * (i % 8)) & 0xFFU);
    return bytes;
}

} // namespace likeness
