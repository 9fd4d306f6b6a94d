// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tag_repository.h"

#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"
#include "core/library/tag_name.h"
#include "core/library/tag_source.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace likeness {
namespace {

/// Gives each photo the tag with this source, whatever source it had.
Result<void> setSource(const Database& database, std::string_view text, std::span<const PhotoId> photos,
                       TagSource source) {
    const auto name = tagName(text);
    if (!name)
        return name.error();
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement tag(database.handle(), "INSERT OR IGNORE INTO tag (name) VALUES (?)");
        tag.bind(1, *name);
        tag.exec();
        SQLite::Statement set(database.handle(),
                              "INSERT INTO photo_tag SELECT ?1, id, ?2 FROM tag WHERE name = ?3 "
                              "ON CONFLICT (photo_id, tag_id) DO UPDATE SET source = excluded.source");
        for (const PhotoId photo : photos) {
            set.bind(1, photo.value);
            set.bind(2, static_cast<int>(source));
            set.bind(3, *name);
            runOnce(set);
        }
        renewPhotoWords(database.handle());
        transaction.commit();
    });
}

} // namespace

Result<std::vector<TagCount>> TagRepository::tags() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(),
                                "SELECT t.name, count(*) FROM photo_tag p JOIN tag t ON t.id = p.tag_id "
                                "WHERE p.source <> 2 GROUP BY t.id ORDER BY t.name");
        std::vector<TagCount> tags;
        while (query.executeStep())
            tags.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt64()});
        return tags;
    });
}

Result<std::vector<std::string>> TagRepository::tagsOf(PhotoId photo) const {
    return guarded(database_.file(), [this, photo] {
        SQLite::Statement query(database_.handle(),
                                "SELECT t.name FROM photo_tag p JOIN tag t ON t.id = p.tag_id "
                                "WHERE p.photo_id = ? AND p.source <> 2 ORDER BY t.name");
        query.bind(1, photo.value);
        std::vector<std::string> names;
        while (query.executeStep())
            names.push_back(query.getColumn(0).getString());
        return names;
    });
}

Result<std::vector<PhotoTag>> TagRepository::photoTags() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(),
                                "SELECT p.photo_id, t.name FROM photo_tag p JOIN tag t ON t.id = p.tag_id "
                                "WHERE p.source <> 2 ORDER BY p.photo_id, t.name");
        std::vector<PhotoTag> tags;
        while (query.executeStep())
            tags.push_back({PhotoId{query.getColumn(0).getInt64()}, query.getColumn(1).getString()});
        return tags;
    });
}

Result<void> TagRepository::add(std::string_view name, std::span<const PhotoId> photos) const {
    return setSource(database_, name, photos, TagSource::User);
}

Result<void> TagRepository::remove(std::string_view name, std::span<const PhotoId> photos) const {
    return setSource(database_, name, photos, TagSource::Removed);
}

} // namespace likeness
