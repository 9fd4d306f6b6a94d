// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/hashing/hash_code.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// The codes of some windows of one photo: of all regions, or of the spots that were kept.
struct WindowCodes {
    int bits = 0;
    std::vector<std::uint16_t> windows; // numbers in the grid, ascending
    std::vector<std::uint64_t> words;   // wordsForBits(bits) for each window

    std::size_t size() const { return windows.size(); }
    std::span<const std::uint64_t> code(std::size_t i) const {
        return std::span(words).subspan(i * wordsForBits(bits), wordsForBits(bits));
    }
    void add(std::uint16_t window, const HashCode& code) {
        bits = code.bits();
        windows.push_back(window);
        words.insert(words.end(), code.words().begin(), code.words().end());
    }
};

/// As the library stores them. Spots: each code's (bits + 7) / 8 bytes, then each window's number in two.
Bytes spotsToBlob(const WindowCodes& codes);
/// InvalidArgument where the length doesn't fit.
Result<WindowCodes> spotsFromBlob(std::span<const std::byte> blob, int bits);

/// The codes of all windows of a grid, in its order: no numbers are stored.
Bytes windowsToBlob(const WindowCodes& codes);
Result<WindowCodes> windowsFromBlob(std::span<const std::byte> blob, int bits);

} // namespace likeness
