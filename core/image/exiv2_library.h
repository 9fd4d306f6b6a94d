// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <exiv2/exiv2.hpp>
#include <filesystem>
#include <memory>

namespace likeness {

/// Opens a file with Exiv2 and reads its metadata; null where it knows no such format or the file is damaged.
/// Starts Exiv2 on the first call: silent, its XMP toolkit guarded by a lock, HEIC and CR3 switched on.
/// Thread-safe; each Exiv2::Image belongs to one thread.
std::unique_ptr<Exiv2::Image> openWithExiv2(const std::filesystem::path& file);

/// Why a file can't be read, which openWithExiv2 doesn't tell. FileNotFound, FileNotReadable.
Result<void> checkReadable(const std::filesystem::path& file);

} // namespace likeness
