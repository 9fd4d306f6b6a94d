// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/move_finder.h"

#include "core/library/content_hash.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

namespace likeness {
namespace {

/// With more photos of one size than this, as uncompressed formats give, one look at the content is cheaper
/// than a look at each of their files.
constexpr int fewPhotos = 8;

std::filesystem::path fileOf(const SQLite::Statement& row) {
    return pathOf(row.getColumn(0)) / pathOf(row.getColumn(1));
}

} // namespace

Result<std::optional<MovedPhoto>> MoveFinder::find(const std::filesystem::path& file,
                                                   const FileStamp& stamp) {
    return guarded(database_.file(), [&]() -> std::optional<MovedPhoto> {
        if (!mayHaveMoved(stamp.bytes))
            return std::nullopt;
        const auto hash = contentHash(file);
        if (!hash)
            return std::nullopt; // an unreadable file is a new photo with a problem
        return findContent(stamp.bytes, *hash);
    });
}

bool MoveFinder::mayHaveMoved(std::int64_t bytes) const {
    SQLite::Statement query(database_.handle(),
                            "SELECT r.folder, p.relative_path FROM photo p JOIN root r ON r.id = p.root_id "
                            "WHERE p.bytes = ? AND p.content_hash IS NOT NULL LIMIT ?");
    query.bind(1, bytes);
    query.bind(2, fewPhotos + 1);
    int photos = 0;
    bool anyGone = false;
    while (query.executeStep() && ++photos <= fewPhotos)
        anyGone = anyGone || isGone(fileOf(query));
    return anyGone || photos > fewPhotos;
}

std::optional<MovedPhoto> MoveFinder::findContent(std::int64_t bytes, const ContentHash& hash) {
    SQLite::Statement query(
        database_.handle(),
        "SELECT r.folder, p.relative_path, p.id, p.state, p.missing FROM photo p JOIN root r ON r.id = "
        "p.root_id WHERE p.bytes = ? AND p.content_hash = ? ORDER BY p.id");
    query.bind(1, bytes);
    bindBytes(query, 2, hash);
    while (query.executeStep()) {
        const PhotoId id{query.getColumn(2).getInt64()};
        if (!given_.contains(id) && isGone(fileOf(query))) {
            given_.insert(id);
            return MovedPhoto{id, static_cast<PhotoState>(query.getColumn(3).getInt()),
                              query.getColumn(4).getInt() != 0};
        }
    }
    return std::nullopt;
}

} // namespace likeness
