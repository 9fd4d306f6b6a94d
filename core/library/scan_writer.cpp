// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/scan_writer.h"

#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Transaction.h>
#include <string>

namespace likeness {

Result<std::vector<PhotoId>> ScanWriter::commit(RootId root, const ScanBatch& batch) {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        auto added = add(root, batch.added);
        move(root, batch.moved);
        set("state = 0, missing = 0", batch.changed);
        set("missing = 0", batch.returned);
        set("missing = 1", batch.gone);
        renewPhotoWords(database_.handle());
        transaction.commit();
        return added;
    });
}

std::vector<PhotoId> ScanWriter::add(RootId root, std::span<const FoundFile> files) {
    SQLite::Statement insert(
        database_.handle(),
        "INSERT INTO photo (root_id, relative_path, bytes, modified_ns) VALUES (?, ?, ?, ?)");
    std::vector<PhotoId> ids;
    ids.reserve(files.size());
    for (const FoundFile& file : files) {
        insert.bind(1, root.value);
        bindPath(insert, 2, file.relativePath);
        bindStamp(insert, 3, 4, file.stamp);
        runOnce(insert);
        ids.push_back(PhotoId{database_.handle().getLastInsertRowid()});
    }
    return ids;
}

void ScanWriter::move(RootId root, std::span<const std::pair<PhotoId, FoundFile>> photos) {
    SQLite::Statement update(database_.handle(),
                             "UPDATE photo SET root_id = ?, relative_path = ?, bytes = ?, "
                             "modified_ns = ?, missing = 0 WHERE id = ?");
    for (const auto& [id, file] : photos) {
        update.bind(1, root.value);
        bindPath(update, 2, file.relativePath);
        bindStamp(update, 3, 4, file.stamp);
        update.bind(5, id.value);
        runOnce(update);
    }
}

void ScanWriter::set(const char* assignment, std::span<const PhotoId> photos) {
    if (photos.empty())
        return;
    SQLite::Statement update(database_.handle(),
                             std::string("UPDATE photo SET ") + assignment + " WHERE id = ?");
    for (const PhotoId id : photos) {
        update.bind(1, id.value);
        runOnce(update);
    }
}

} // namespace likeness
