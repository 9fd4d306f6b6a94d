// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/settings_table.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace likeness {

std::optional<std::string> setting(const SQLite::Database& handle, const std::string& name) {
    SQLite::Statement query(handle, "SELECT value FROM setting WHERE name = ?");
    query.bind(1, name);
    return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
}

void setSetting(const SQLite::Database& handle, const std::string& name, const std::string& value) {
    SQLite::Statement change(handle, "INSERT OR REPLACE INTO setting VALUES (?, ?)");
    change.bind(1, name);
    change.bind(2, value);
    change.exec();
}

void dropSetting(const SQLite::Database& handle, const std::string& name) {
    SQLite::Statement change(handle, "DELETE FROM setting WHERE name = ?");
    change.bind(1, name);
    change.exec();
}

} // namespace likeness
