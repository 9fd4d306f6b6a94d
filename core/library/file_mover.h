// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace likeness {

/// Moves a file without ever replacing another one. To another drive it is copied, compared by content hash,
/// and only then taken away. FileNotFound, FileNotWritable (also where `to` is taken), DiskFull.
Result<void> moveFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// The file in that folder under its own name, or under "name (2).jpg", "name (3).jpg" … where that is taken.
std::filesystem::path freeName(const std::filesystem::path& folder, const std::filesystem::path& name);

} // namespace likeness
