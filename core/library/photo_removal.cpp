// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_removal.h"

#include "core/base/path_text.h"
#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace likeness {

Result<std::int64_t> removeFolder(const Database& database, const std::filesystem::path& folder) {
    return guarded(database.file(), [&]() -> Result<std::int64_t> {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement root(database.handle(), "SELECT id FROM root WHERE folder = ?");
        bindPath(root, 1, folder);
        if (!root.executeStep())
            return makeError(ErrorCode::FolderNotFound, {pathText(folder)});
        const std::int64_t id = root.getColumn(0).getInt64();
        root.reset();
        SQLite::Statement photos(database.handle(), "DELETE FROM photo WHERE root_id = ?");
        photos.bind(1, id);
        const std::int64_t removed = photos.exec();
        SQLite::Statement own(database.handle(), "DELETE FROM root WHERE id = ?");
        own.bind(1, id);
        own.exec();
        renewPhotoWords(database.handle());
        transaction.commit();
        return removed;
    });
}

Result<std::int64_t> removePhotos(const Database& database, std::span<const PhotoId> photos) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement remove(database.handle(), "DELETE FROM photo WHERE id = ?");
        std::int64_t removed = 0;
        for (const PhotoId photo : photos) {
            remove.reset();
            remove.bind(1, photo.value);
            removed += remove.exec();
        }
        renewPhotoWords(database.handle());
        transaction.commit();
        return removed;
    });
}

Result<std::int64_t> removeMissingPhotos(const Database& database) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t removed = database.handle().exec("DELETE FROM photo WHERE missing = 1");
        renewPhotoWords(database.handle());
        transaction.commit();
        return removed;
    });
}

} // namespace likeness
