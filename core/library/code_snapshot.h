// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/index/code_segment.h"
#include "core/library/database.h"

#include <filesystem>
#include <optional>

namespace likeness {

/// The codes that a library is searched by, in "<library>-codes", laid out as the index needs them: mapped
/// into memory they are ready in the time that it takes to read them. The file can be deleted at any time. It
/// stands for the recipe and for the generation of codes (table codes_generation) that it was made from, and
/// ends with a checksum; where any of these doesn't fit, it is as if there was none.
struct CodeSnapshot {
    CodeSegment global;
    WindowSegment regions;
    WindowSegment parts;
};

std::filesystem::path codeSnapshotFile(const std::filesystem::path& library);

/// Nothing where there is none that fits, or it is damaged. LibraryFailed.
Result<std::optional<CodeSnapshot>> openCodeSnapshot(const Database& database, const Recipe& recipe);

/// Makes the file anew where it doesn't fit. LibraryFailed, LibraryDamaged, FileNotWritable, DiskFull.
Result<void> refreshCodeSnapshot(const Database& database, const Recipe& recipe);

} // namespace likeness
