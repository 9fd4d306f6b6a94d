// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>
#include <filesystem>

namespace likeness {

/// Copies a database while others may use it (SQLite's online backup). Written beside the target, then
/// renamed, so that the copy is whole or not there. Throws SQLite::Exception.
void copyDatabase(SQLite::Database& source, const std::filesystem::path& target);

} // namespace likeness
