// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/library/photo.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace likeness {

/// A photo file that a scan met.
struct FoundFile {
    std::filesystem::path relativePath; // below the scanned folder; links in it are not resolved
    FileStamp stamp;
};

struct FolderScanOptions {
    enum class HiddenFiles { Skip, Include } hidden = HiddenFiles::Skip;
    /// Folders whose photos are found by scans of their own: links into them are not followed.
    std::vector<std::filesystem::path> scannedElsewhere;
    /// Files and folders that are left out, by their path below the scanned folder; may be empty.
    std::function<bool(const std::filesystem::path&)> leavesOut;
};

struct FolderScanTally {
    std::int64_t otherFiles = 0;     // files whose suffix is no photo's
    std::vector<Error> folderErrors; // FolderNotFound, FolderNotReadable
};

/// Walks a folder and everything below it, and calls `found` for each file whose suffix is a photo's, one
/// stat() each. The order is that of the names' bytes: a folder's files, then its folders, links last.
///
/// Links to files and folders are followed once: not to what the walk meets anyway, not to what another link
/// led to, not in circles. Names that start with a dot and the folders that systems keep for themselves
/// (trash, thumbnails, lost+found) are left out unless asked for. Never throws; stops soon after `stop`.
FolderScanTally scanFolder(const std::filesystem::path& folder, const FolderScanOptions& options,
                           const std::function<void(const FoundFile&)>& found, std::stop_token stop = {});

/// True where `path` is `folder` or lies below it, by their names alone; both are absolute and normal.
bool isInside(const std::filesystem::path& path, const std::filesystem::path& folder);

} // namespace likeness
