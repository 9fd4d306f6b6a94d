// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace likeness {

/// A path as text that is safe to show and to log: valid UTF-8, one line. Bytes that are not UTF-8 become
/// U+FFFD, control characters become their C escapes (a newline in a name becomes "\n").
std::string pathText(const std::filesystem::path& path);

/// The same for any bytes.
std::string printableText(std::string_view bytes);

} // namespace likeness
