// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hex_text.h"

#include <charconv>

namespace likeness {

std::string hexText(std::span<const std::byte> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        text += digits[std::to_integer<unsigned>(byte) >> 4U];
        text += digits[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

bool readHexText(std::string_view text, std::span<std::byte> bytes) {
    if (text.size() != 2 * bytes.size())
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        unsigned value = 0;
        const char* const end = text.data() + 2 * i + 2;
        const auto [stop, error] = std::from_chars(end - 2, end, value, 16);
        if (error != std::errc() || stop != end)
            return false;
        bytes[i] = static_cast<std::byte>(value);
    }
    return true;
}

} // namespace likeness
