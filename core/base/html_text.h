// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace likeness {

/// Text for HTML and SVG, also within attributes.
std::string escaped(const std::string& text);

/// RFC 4648, with padding; for data URIs.
std::string base64(std::span<const std::byte> bytes);

} // namespace likeness
