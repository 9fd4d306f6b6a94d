// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

namespace likeness {

// Numbers as files and the library store them: least significant byte first, on every machine.

/// The unsigned integer that has T's bits.
template <typename T>
using BitsOf = std::conditional_t<sizeof(T) == 8, std::uint64_t,
                                  std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint16_t>>;

template <typename T>
void appendLittleEndian(Bytes& bytes, T value) {
    const auto bits = std::bit_cast<BitsOf<T>>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes.push_back(static_cast<std::byte>((bits >> (8 * i)) & 0xFFU));
}

/// Reads the first sizeof(T) bytes; there are at least so many.
template <typename T>
T readLittleEndian(std::span<const std::byte> bytes) {
    BitsOf<T> bits = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bits = static_cast<BitsOf<T>>(bits | (static_cast<BitsOf<T>>(bytes[i]) << (8 * i)));
    return std::bit_cast<T>(bits);
}

} // namespace likeness
