// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace likeness {

/// Two lower-case hexadecimal digits for each byte.
std::string hexText(std::span<const std::byte> bytes);

/// Reads such a text; false where it doesn't fill the bytes exactly.
bool readHexText(std::string_view text, std::span<std::byte> bytes);

} // namespace likeness
