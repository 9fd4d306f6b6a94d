// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace likeness {

/// Tells the library that a missing photo lies in `file` now, whatever the content of that file: the photo
/// keeps its tags, rating and label, and is indexed anew by the next run. A photo that the library has in
/// `file` already gives its tags to it and leaves. FileNotFound; PhotoUnknown; InvalidArgument where the file
/// lies in no folder of the library, or the photo is not missing; LibraryFailed, DiskFull, LibraryReadOnly.
Result<void> relink(const Database& database, PhotoId photo, const std::filesystem::path& file);

/// Relinks each of the missing photos to the one file below `folder` that has its name; where there is none,
/// or more than one, it stays missing. How many were found. Errors of relink().
Result<std::int64_t> relinkByName(const Database& database, std::span<const PhotoId> photos,
                                  const std::filesystem::path& folder);

} // namespace likeness
