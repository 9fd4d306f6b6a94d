// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace likeness {

// The table `setting` (docs/schema.md). These throw SQLite::Exception.

std::optional<std::string> setting(const SQLite::Database& handle, const std::string& name);
void setSetting(const SQLite::Database& handle, const std::string& name, const std::string& value);
void dropSetting(const SQLite::Database& handle, const std::string& name);

} // namespace likeness
