// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/saved_queries.h"

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
    return guarded(database.file(), [&] {
        SQLite::Statement change(database.handle(), "INSERT OR REPLACE INTO setting VALUES (?, ?)");
        change.bind(1, prefix + name);
        change.bind(2, query);
        change.exec();
    });
}

Result<void> forgetQuery(const Database& database, const std::string& name) {
    return guarded(database.file(), [&] {
        SQLite::Statement change(database.handle(), "DELETE FROM setting WHERE name = ?");
        change.bind(1, prefix + name);
        change.exec();
    });
}

} // namespace likeness
