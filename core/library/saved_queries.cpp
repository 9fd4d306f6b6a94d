// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/saved_queries.h"

#include "core/library/settings_table.h"
#include "core/library/sqlite_guard.h"

#include <SQLiteCpp/Statement.h>

namespace likeness {
namespace {

const std::string prefix = "query.";

} // namespace

Result<std::map<std::string, std::string>> savedQueries(const Database& database) {
    return guarded(database.file(), [&database] {
        SQLite::Statement query(database.handle(),
                                "SELECT name, value FROM setting WHERE name LIKE 'query.%'");
        std::map<std::string, std::string> queries;
        while (query.executeStep())
            queries.emplace(query.getColumn(0).getString().substr(prefix.size()),
                            query.getColumn(1).getString());
        return queries;
    });
}

Result<void> saveQuery(const Database& database, const std::string& name, const std::string& query) {
    return guarded(database.file(), [&] { setSetting(database.handle(), prefix + name, query); });
}

Result<void> forgetQuery(const Database& database, const std::string& name) {
    return guarded(database.file(), [&] { dropSetting(database.handle(), prefix + name); });
}

} // namespace likeness
