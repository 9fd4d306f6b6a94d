// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace likeness {

/// Moves a file to the trash as the desktop knows it (FreeDesktop.org Trash specification 1.0), and returns
/// where it lies there. Never deletes: where there is no trash for its drive, it fails. FileNotFound,
/// FileNotWritable.
Result<std::filesystem::path> moveToTrash(const std::filesystem::path& file);

/// Brings a file back from where moveToTrash put it, with its folder where that is gone. Never replaces a
/// file. FileNotFound, FileNotWritable, DiskFull.
Result<void> restoreFromTrash(const std::filesystem::path& inTrash, const std::filesystem::path& file);

} // namespace likeness
