// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/duplicate_repository.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>

namespace likeness {
namespace {

Result<void> forEachPair(const Database& database, const char* sql, std::span<const ContentPair> pairs) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement statement(database.handle(), sql);
        for (const auto& [first, second] : pairs) {
            bindBytes(statement, 1, first);
            bindBytes(statement, 2, second);
            runOnce(statement);
        }
        transaction.commit();
    });
}

Result<void> withFolder(const Database& database, const char* sql, const std::filesystem::path& folder) {
    return guarded(database.file(), [&] {
        SQLite::Statement statement(database.handle(), sql);
        std::filesystem::path normal = folder.lexically_normal();
        if (!normal.has_filename() && normal.has_relative_path())
            normal = normal.parent_path();
        bindPath(statement, 1, normal);
        statement.exec();
    });
}

} // namespace

Result<std::unordered_map<PhotoId, ContentHash>> DuplicateRepository::contents() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(),
                                "SELECT id, content_hash FROM photo WHERE missing = 0 AND state = 1 AND "
                                "content_hash IS NOT NULL");
        std::unordered_map<PhotoId, ContentHash> contents;
        while (query.executeStep())
            contents.emplace(PhotoId{query.getColumn(0).getInt64()}, contentHashOf(query.getColumn(1)));
        return contents;
    });
}

Result<std::vector<ContentPair>> DuplicateRepository::notDuplicates() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(),
                                "SELECT first, second FROM not_duplicate ORDER BY first, second");
        std::vector<ContentPair> pairs;
        while (query.executeStep())
            pairs.emplace_back(contentHashOf(query.getColumn(0)), contentHashOf(query.getColumn(1)));
        return pairs;
    });
}

Result<void> DuplicateRepository::addNotDuplicates(std::span<const ContentPair> pairs) const {
    return forEachPair(database_, "INSERT OR IGNORE INTO not_duplicate VALUES (?, ?)", pairs);
}

Result<void> DuplicateRepository::removeNotDuplicates(std::span<const ContentPair> pairs) const {
    return forEachPair(database_, "DELETE FROM not_duplicate WHERE first = ? AND second = ?", pairs);
}

Result<std::vector<std::filesystem::path>> DuplicateRepository::protectedFolders() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(), "SELECT folder FROM protected_folder ORDER BY folder");
        std::vector<std::filesystem::path> folders;
        while (query.executeStep())
            folders.push_back(pathOf(query.getColumn(0)));
        return folders;
    });
}

Result<void> DuplicateRepository::protect(const std::filesystem::path& folder) const {
    return withFolder(database_, "INSERT OR IGNORE INTO protected_folder VALUES (?)", folder);
}

Result<void> DuplicateRepository::unprotect(const std::filesystem::path& folder) const {
    return withFolder(database_, "DELETE FROM protected_folder WHERE folder = ?", folder);
}

} // namespace likeness
