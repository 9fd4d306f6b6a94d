// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace likeness {

/// Photos leave the library with their codes and tags; their files stay as they are. Each returns how many
/// photos left. Not while photos are indexed. LibraryFailed, LibraryDamaged, LibraryReadOnly, DiskFull.

/// A folder that was added, and all photos below it. FolderNotFound where the library has no such one.
Result<std::int64_t> removeFolder(const Database& database, const std::filesystem::path& folder);

/// These photos; unknown ones are passed over.
Result<std::int64_t> removePhotos(const Database& database, std::span<const PhotoId> photos);

/// All photos whose files were not there at the last look.
Result<std::int64_t> removeMissingPhotos(const Database& database);

} // namespace likeness
