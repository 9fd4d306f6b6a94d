// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace likeness {

/// Where Likeness keeps what it made for the user: $XDG_DATA_HOME/likeness, or ~/.local/share/likeness. It
/// may not exist yet.
std::filesystem::path dataFolder();

} // namespace likeness
