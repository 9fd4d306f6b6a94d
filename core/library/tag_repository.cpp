// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tag_repository.h"

#include "core/library/photo_words.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"
#include "core/library/tag_name.h"
#include "core/library/tag_source.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <set>

namespace likeness {
namespace {

std::int64_t idOfTag(const Database& database, const std::string& name) {
    SQLite::Statement make(database.handle(), "INSERT OR IGNORE INTO tag (name) VALUES (?)");
    make.bind(1, name);
    runOnce(make);
    SQLite::Statement find(database.handle(), "SELECT id FROM tag WHERE name = ?");
    find.bind(1, name);
    find.executeStep();
    return find.getColumn(0).getInt64();
}

/// Gives each photo the tag with this source, where that changes whether it has the tag. Returns these.
Result<std::vector<PhotoId>> setSource(const Database& database, std::string_view text,
                                       std::span<const PhotoId> photos, TagSource source) {
    const auto name = tagName(text);
    if (!name)
        return name.error();
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t tag = idOfTag(database, *name);
        SQLite::Statement has(database.handle(), "SELECT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = ? "
                                                 "AND tag_id = ? AND source <> 2)");
        SQLite::Statement set(database.handle(),
                              "INSERT INTO photo_tag VALUES (?1, ?2, ?3) "
                              "ON CONFLICT (photo_id, tag_id) DO UPDATE SET source = excluded.source");
        std::vector<PhotoId> changed;
        for (const PhotoId photo : photos) {
            has.reset();
            has.bind(1, photo.value);
            has.bind(2, tag);
            has.executeStep();
            if ((has.getColumn(0).getInt() != 0) == (source != TagSource::Removed))
                continue;
            set.bind(1, photo.value);
            set.bind(2, tag);
            set.bind(3, static_cast<int>(source));
            runOnce(set);
            changed.push_back(photo);
        }
        renewPhotoWords(database.handle());
        transaction.commit();
        return changed;
    });
}

struct KnownTag {
    std::int64_t id = 0;
    std::string name;
};

/// The tag and all below it, the longest name first, so that a tag may become one of those below it.
std::vector<KnownTag> tagAndBelow(const Database& database, const std::string& name) {
    SQLite::Statement query(database.handle(),
                            "SELECT id, name FROM tag WHERE name = ?1 OR "
                            "substr(name, 1, length(?1) + 1) = ?1 || '/' ORDER BY length(name) DESC");
    query.bind(1, name);
    std::vector<KnownTag> tags;
    while (query.executeStep())
        tags.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString()});
    return tags;
}

std::int64_t photosOf(const Database& database, const std::vector<KnownTag>& tags) {
    std::set<std::int64_t> photos;
    SQLite::Statement query(database.handle(),
                            "SELECT photo_id FROM photo_tag WHERE tag_id = ? AND source <> 2");
    for (const KnownTag& tag : tags) {
        query.reset();
        query.bind(1, tag.id);
        while (query.executeStep())
            photos.insert(query.getColumn(0).getInt64());
    }
    return std::ssize(photos);
}

/// The photos of the one tag have the other, too.
void copyPhotos(const Database& database, std::int64_t from, std::int64_t to) {
    SQLite::Statement copy(database.handle(),
                           "INSERT INTO photo_tag SELECT photo_id, ?2, 0 FROM photo_tag "
                           "WHERE tag_id = ?1 AND source <> 2 ON CONFLICT (photo_id, tag_id) "
                           "DO UPDATE SET source = 0 WHERE photo_tag.source = 2");
    copy.bind(1, from);
    copy.bind(2, to);
    runOnce(copy);
}

/// No photo has the tag any more; keywords of files stay remembered as removed.
void forgetPhotos(const Database& database, std::int64_t tag) {
    for (const char* sql : {"DELETE FROM photo_tag WHERE tag_id = ? AND source = 0",
                            "UPDATE photo_tag SET source = 2 WHERE tag_id = ?"}) {
        SQLite::Statement forget(database.handle(), sql);
        forget.bind(1, tag);
        runOnce(forget);
    }
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

Result<std::vector<PhotoId>> TagRepository::add(std::string_view name,
                                                std::span<const PhotoId> photos) const {
    return setSource(database_, name, photos, TagSource::User);
}

Result<std::vector<PhotoId>> TagRepository::remove(std::string_view name,
                                                   std::span<const PhotoId> photos) const {
    return setSource(database_, name, photos, TagSource::Removed);
}

Result<std::int64_t> TagRepository::rename(std::string_view from, std::string_view to) const {
    const auto before = tagName(from);
    const auto after = tagName(to);
    if (!before || !after)
        return !before ? before.error() : after.error();
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const auto tags = tagAndBelow(database_, *before);
        const std::int64_t photos = photosOf(database_, tags);
        for (const KnownTag& tag : *before == *after ? std::vector<KnownTag>() : tags) {
            copyPhotos(database_, tag.id, idOfTag(database_, *after + tag.name.substr(before->size())));
            forgetPhotos(database_, tag.id);
        }
        renewPhotoWords(database_.handle());
        transaction.commit();
        return photos;
    });
}

Result<std::int64_t> TagRepository::removeEverywhere(std::string_view name) const {
    const auto wanted = tagName(name);
    if (!wanted)
        return wanted.error();
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const auto tags = tagAndBelow(database_, *wanted);
        const std::int64_t photos = photosOf(database_, tags);
        for (const KnownTag& tag : tags)
            forgetPhotos(database_, tag.id);
        renewPhotoWords(database_.handle());
        transaction.commit();
        return photos;
    });
}

} // namespace likeness
