// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace likeness {

/// A tag's name as the library keeps it: printable UTF-8 in any script, levels parted by '/'
/// ("Places/Paris"), each without blanks around it (the ideographic one among them); empty levels are left
/// out. InvalidArgument where nothing is left.
Result<std::string> tagName(std::string_view text);

} // namespace likeness
