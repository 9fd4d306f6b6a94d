// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <filesystem>
#include <span>
#include <vector>

namespace likeness {

/// A root, or the part of it that is to be scanned.
struct ScanTarget {
    Root root;
    std::filesystem::path scope; // relative to the root's folder; empty: all of it

    std::filesystem::path folder() const { return scope.empty() ? root.folder : root.folder / scope; }
};

struct ScanPlan {
    std::vector<ScanTarget> targets;
    std::vector<std::filesystem::path> rootFolders; // of the whole library
    std::vector<Error> folderErrors;                // folders asked for that are not there
};

/// Brings folders into the library and says what to scan; without folders, everything that the library knows.
/// No root lies inside another: a folder below a root is scanned as a part of it, and a new root takes over
/// the photos of the roots below it, which keep their ids. LibraryFailed, DiskFull.
Result<ScanPlan> planScan(const Database& database, std::span<const std::filesystem::path> folders);

/// Drops roots whose folder is gone and that have no photos any more, as after a rename of the folder.
Result<void> dropAbandonedRoots(const Database& database);

/// Absolute, links resolved, without ".", ".." and trailing slash.
std::filesystem::path normalFolder(const std::filesystem::path& folder);

} // namespace likeness
