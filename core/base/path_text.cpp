// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path_text.h"

#include <cstddef>

namespace likeness {
namespace {

/// Length of the UTF-8 sequence at the start of `bytes`, 0 where there is none (RFC 3629: no overlong forms,
/// no surrogates, nothing above U+10FFFF).
std::size_t utf8SequenceLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto follows = [&](std::size_t count) {
        if (bytes.size() <= count)
            return false;
        for (std::size_t i = 1; i <= count; ++i)
            if ((at(i) & 0xC0U) != 0x80U)
                return false;
        return true;
    };
    const unsigned char first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && follows(1) && at(1) < 0xA0;
        const bool surrogate = first == 0xED && follows(1) && at(1) > 0x9F;
        return follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && follows(1) && at(1) < 0x90;
        const bool tooHigh = first == 0xF4 && follows(1) && at(1) > 0x8F;
        return follows(3) && !overlong && !tooHigh ? 4 : 0;
    }
    return 0;
}

std::string escapedControl(unsigned char character) {
    switch (character) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return std::string("\\x") + "0123456789abcdef"[character >> 4] + "0123456789abcdef"[character & 15];
    }
}

} // namespace

std::string printableText(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        const std::size_t length = utf8SequenceLength(bytes);
        if (length == 0)
            text += "\uFFFD";
        else if (first < 0x20 || first == 0x7F)
            text += escapedControl(first);
        else
            text += bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

std::string pathText(const std::filesystem::path& path) {
    return printableText(path.native());
}

} // namespace likeness
