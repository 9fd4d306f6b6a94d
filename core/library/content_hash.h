// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/photo.h"

#include <filesystem>
#include <optional>

namespace likeness {

/// xxHash3 (128 bits, canonical big-endian) of the file's bytes, read in pieces.
/// FileNotFound, FileNotReadable.
Result<ContentHash> contentHash(const std::filesystem::path& file);

/// Size and time of the file, links followed. FileNotFound, FileNotReadable.
Result<FileStamp> stampOf(const std::filesystem::path& file);

/// True where the system says for certain that there is no such file; a folder that can't be looked into is
/// no proof.
bool isGone(const std::filesystem::path& file);

} // namespace likeness
