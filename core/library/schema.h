// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <span>

namespace likeness {

/// PRAGMA application_id of a library: the letters "LIKE".
inline constexpr int libraryApplicationId = 0x4C494B45;

/// One step of the schema. `version` is the PRAGMA user_version after it; steps count 1, 2, 3, …
struct Migration {
    int version;
    const char* sql;
};

/// All steps, oldest first. A new file goes through all of them. docs/schema.md describes the outcome.
std::span<const Migration> migrations();

/// PRAGMA user_version. Throws SQLite::Exception.
int schemaVersion(const SQLite::Database& handle);

/// Runs the steps that the file still lacks, each in a transaction of its own. A library that holds a schema
/// already is first copied to "<library>.v<version>.backup". LibraryNewer where the file has a newer schema
/// than the last step. Throws SQLite::Exception.
Result<void> migrate(SQLite::Database& handle, const std::filesystem::path& file,
                     std::span<const Migration> steps);

} // namespace likeness
