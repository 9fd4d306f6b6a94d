// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/keyword_catch_up.h"

#include "core/image/metadata.h"
#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"
#include "core/library/tag_writer.h"

#include <SQLiteCpp/Transaction.h>
#include <string>
#include <vector>

namespace likeness {
namespace {

struct Unread {
    PhotoId photo;
    std::filesystem::path file;
};

std::vector<Unread> nextUnread(const Database& database, PhotoId after) {
    SQLite::Statement query(database.handle(),
                            "SELECT p.id, r.folder, p.relative_path FROM photo p JOIN root r ON r.id = "
                            "p.root_id WHERE p.keywords_read = 0 AND p.state = 1 AND p.missing = 0 AND "
                            "p.id > ? ORDER BY p.id LIMIT 256");
    query.bind(1, after.value);
    std::vector<Unread> photos;
    while (query.executeStep())
        photos.push_back({PhotoId{query.getColumn(0).getInt64()},
                          pathOf(query.getColumn(1)) / pathOf(query.getColumn(2))});
    return photos;
}

struct Read {
    PhotoId photo;
    std::vector<std::string> keywords;
};

/// Outside a transaction, as the disk may be slow. Photos that can't be read now are left for the next time.
std::vector<Read> readKeywords(const std::vector<Unread>& photos, const std::stop_token& stop) {
    std::vector<Read> read;
    for (const auto& [photo, file] : photos) {
        if (stop.stop_requested())
            break;
        if (auto metadata = readMetadata(file))
            read.push_back({photo, std::move(metadata->keywords)});
    }
    return read;
}

void store(const Database& database, const std::vector<Read>& photos, TagWriter& tags) {
    SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement mark(database.handle(), "UPDATE photo SET keywords_read = 1 WHERE id = ?");
    for (const auto& [photo, keywords] : photos) {
        tags.store(photo, keywords, TagWriter::Content::Same);
        mark.bind(1, photo.value);
        runOnce(mark);
    }
    renewPhotoWords(database.handle());
    transaction.commit();
}

} // namespace

Result<void> catchUpOnKeywords(const Database& database, const std::stop_token& stop) {
    return guarded(database.file(), [&] {
        TagWriter tags(database.handle());
        PhotoId last;
        for (auto photos = nextUnread(database, last); !photos.empty() && !stop.stop_requested();
             photos = nextUnread(database, last)) {
            store(database, readKeywords(photos, stop), tags);
            last = photos.back().photo;
        }
    });
}

} // namespace likeness
