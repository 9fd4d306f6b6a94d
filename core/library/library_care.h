// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace likeness {

/// What a check found wrong, in SQLite's words; empty where the library is sound. Reads the whole file.
/// LibraryFailed, LibraryDamaged where it can't even be checked.
Result<std::vector<std::string>> checkLibrary(const Database& database);

/// A copy that was made of a library, beside it: "<library>.2026-11-27-213000.backup".
struct LibraryBackup {
    std::filesystem::path file;
    std::string madeAt; // "2026-11-27 21:30:00", UTC
    std::uintmax_t bytes = 0;
    bool operator==(const LibraryBackup&) const = default;
};

inline constexpr std::size_t backupsKept = 3;

/// The newest first.
std::vector<LibraryBackup> backupsOf(const std::filesystem::path& library);

/// Copies the library while others may use it, and removes all backups but the newest backupsKept. `time` is
/// in seconds since 1970. LibraryFailed, DiskFull, FileNotWritable.
Result<LibraryBackup> backUpLibrary(const Database& database, std::int64_t time);

/// Puts a backup in the library's place; the library as it is becomes a backup itself before, or, where it is
/// damaged, is set aside as "<library>.damaged". No connection to it is open. LibraryInUse; LibraryForeign,
/// LibraryNewer, LibraryDamaged for a backup that is none; DiskFull, FileNotWritable.
Result<void> restoreLibrary(const std::filesystem::path& library, const std::filesystem::path& backup,
                            std::int64_t time);

/// Moves a library with all that lies beside it and belongs to it. No connection to it is open. LibraryInUse;
/// FileNotWritable where the target is there or can't be made; errors of opening a library.
Result<void> moveLibrary(const std::filesystem::path& library, const std::filesystem::path& target);

} // namespace likeness
