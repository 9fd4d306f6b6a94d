// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/known_photos.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <algorithm>
#include <xxhash.h>

namespace likeness {
namespace {

/// All names below "a/b" lie between "a/b/" and "a/b0", '0' being the byte after '/'.
SQLite::Statement photosOfTarget(const Database& database, const ScanTarget& target) {
    std::string sql =
        "SELECT relative_path, id, bytes, modified_ns, state, missing FROM photo WHERE root_id = ?";
    if (!target.scope.empty())
        sql += " AND relative_path > ? AND relative_path < ?";
    SQLite::Statement query(database.handle(), sql);
    query.bind(1, target.root.id.value);
    if (!target.scope.empty()) {
        bindPath(query, 2, target.scope.native() + '/');
        bindPath(query, 3, target.scope.native() + '0');
    }
    return query;
}

} // namespace

Result<KnownPhotos> KnownPhotos::load(const Database& database, const ScanTarget& target) {
    return guarded(database.file(), [&] {
        KnownPhotos known;
        SQLite::Statement query = photosOfTarget(database, target);
        while (query.executeStep())
            known.entries_.push_back({keyOf(pathOf(query.getColumn(0))),
                                      {PhotoId{query.getColumn(1).getInt64()},
                                       {query.getColumn(2).getInt64(), query.getColumn(3).getInt64()},
                                       static_cast<PhotoState>(query.getColumn(4).getInt()),
                                       query.getColumn(5).getInt() != 0}});
        std::ranges::sort(known.entries_, {}, &Entry::key);
        return known;
    });
}

KnownPhoto* KnownPhotos::find(const std::filesystem::path& relativePath) {
    const Key key = keyOf(relativePath);
    const auto entry = std::ranges::lower_bound(entries_, key, {}, &Entry::key);
    return entry == entries_.end() || entry->key != key ? nullptr : &entry->photo;
}

std::vector<KnownPhoto> KnownPhotos::unseen() const {
    std::vector<KnownPhoto> photos;
    for (const Entry& entry : entries_)
        if (!entry.photo.seen)
            photos.push_back(entry.photo);
    return photos;
}

KnownPhotos::Key KnownPhotos::keyOf(const std::filesystem::path& relativePath) {
    const std::string& name = relativePath.native();
    const XXH128_hash_t hash = XXH3_128bits(name.data(), name.size());
    return {hash.high64, hash.low64};
}

} // namespace likeness
