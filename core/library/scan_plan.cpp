// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/scan_plan.h"

#include "core/base/path_text.h"
#include "core/library/content_hash.h"
#include "core/library/folder_scan.h"
#include "core/library/photo_repository.h"
#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <optional>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// Folders that lie in another one of the list are scanned with it.
std::vector<fs::path> outermost(std::span<const fs::path> folders) {
    std::vector<fs::path> sorted;
    for (const fs::path& folder : folders)
        sorted.push_back(normalFolder(folder));
    std::ranges::sort(sorted);
    std::vector<fs::path> kept;
    for (const fs::path& folder : sorted)
        if (std::ranges::none_of(kept, [&](const fs::path& outer) { return isInside(folder, outer); }))
            kept.push_back(folder);
    return kept;
}

/// Gives the photos of `inner` to `outer`, a folder above it.
void takeOver(SQLite::Database& handle, const Root& outer, const Root& inner) {
    const fs::path between = inner.folder.lexically_relative(outer.folder) / "";
    SQLite::Statement rename(
        handle,
        "UPDATE photo SET root_id = ?, relative_path = CAST(? || relative_path AS BLOB) WHERE root_id = ?");
    rename.bind(1, outer.id.value);
    bindPath(rename, 2, between);
    rename.bind(3, inner.id.value);
    rename.exec();
    SQLite::Statement drop(handle, "DELETE FROM root WHERE id = ?");
    drop.bind(1, inner.id.value);
    drop.exec();
}

Root addRoot(SQLite::Database& handle, const fs::path& folder, std::span<const Root> known) {
    SQLite::Transaction transaction(handle, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement insert(handle, "INSERT INTO root (folder) VALUES (?)");
    bindPath(insert, 1, folder);
    insert.exec();
    Root root{RootId{handle.getLastInsertRowid()}, folder};
    for (const Root& inner : known)
        if (isInside(inner.folder, folder))
            takeOver(handle, root, inner);
    renewPhotoWords(handle);
    transaction.commit();
    return root;
}

ScanTarget targetFor(SQLite::Database& handle, const fs::path& folder, std::span<const Root> known) {
    for (const Root& root : known) {
        if (folder == root.folder)
            return {root, {}};
        if (isInside(folder, root.folder))
            return {root, folder.lexically_relative(root.folder)};
    }
    return {addRoot(handle, folder, known), {}};
}

bool isKnown(const fs::path& folder, std::span<const Root> known) {
    return std::ranges::any_of(known, [&folder](const Root& root) { return root.folder == folder; });
}

/// A known folder that is gone is left to the scan, which then marks nothing as missing.
std::optional<Error> whyNotScanned(const fs::path& folder, std::span<const Root> known) {
    if (isKnown(folder, known))
        return std::nullopt;
    if (isGone(folder))
        return makeError(ErrorCode::FolderNotFound, {pathText(folder)});
    std::error_code reason;
    if (!fs::is_directory(folder, reason))
        return makeError(
            ErrorCode::FolderNotReadable,
            {pathText(folder),
             reason ? reason.message() : std::make_error_code(std::errc::not_a_directory).message()});
    return std::nullopt;
}

std::vector<fs::path> foldersOf(std::span<const Root> roots) {
    std::vector<fs::path> folders;
    for (const Root& root : roots)
        folders.push_back(root.folder);
    return folders;
}

} // namespace

fs::path normalFolder(const fs::path& folder) {
    std::error_code reason;
    fs::path normal = fs::weakly_canonical(fs::absolute(folder, reason), reason);
    if (reason)
        normal = fs::absolute(folder, reason).lexically_normal();
    return normal.has_filename() || normal == normal.root_path() ? normal : normal.parent_path();
}

Result<ScanPlan> planScan(const Database& database, std::span<const fs::path> folders) {
    const PhotoRepository repository(database);
    auto known = repository.roots();
    if (!known)
        return known.error();
    ScanPlan plan;
    for (const fs::path& folder : folders.empty() ? foldersOf(*known) : outermost(folders)) {
        if (auto error = whyNotScanned(folder, *known)) {
            plan.folderErrors.push_back(std::move(*error));
            continue;
        }
        auto target = guarded(database.file(), [&] { return targetFor(database.handle(), folder, *known); });
        if (!target)
            return target.error();
        plan.targets.push_back(std::move(*target));
        known = repository.roots();
        if (!known)
            return known.error();
    }
    plan.rootFolders = foldersOf(*known);
    return plan;
}

Result<void> dropAbandonedRoots(const Database& database) {
    return guarded(database.file(), [&database] {
        SQLite::Statement empty(database.handle(), "SELECT id, folder FROM root r WHERE NOT EXISTS "
                                                   "(SELECT 1 FROM photo p WHERE p.root_id = r.id)");
        std::vector<std::int64_t> abandoned;
        while (empty.executeStep())
            if (isGone(pathOf(empty.getColumn(1))))
                abandoned.push_back(empty.getColumn(0).getInt64());
        empty.reset();
        SQLite::Statement drop(database.handle(), "DELETE FROM root WHERE id = ?");
        for (const std::int64_t id : abandoned) {
            drop.bind(1, id);
            runOnce(drop);
        }
    });
}

} // namespace likeness
