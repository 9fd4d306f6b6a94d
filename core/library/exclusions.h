// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace likeness {

/// Patterns of files and folders that scans leave out, one library for itself: "*.tif", "Proofs",
/// "2019/Raw*".
/// '*', '?' and [...] as in a shell, capitals alike; with a '/' the pattern is held against the path below
/// the library's folder, else against each name. What the library knows already stays until it
/// is removed. LibraryFailed.
Result<std::vector<std::string>> exclusions(const Database& database);

/// In the place of the former ones; blanks around them and empty ones are dropped. LibraryFailed, DiskFull,
/// LibraryReadOnly.
Result<void> setExclusions(const Database& database, std::span<const std::string> patterns);

/// Photos of the library that its patterns would leave out now, by themselves or by a folder that they lie
/// in. LibraryFailed.
Result<std::vector<PhotoId>> excludedPhotos(const Database& database);

/// Of a file or folder; `path` is relative to the library's folder.
bool isExcluded(std::span<const std::string> patterns, const std::filesystem::path& path);

} // namespace likeness
