// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_repository.h"

#include "core/base/path_text.h"
#include "core/library/problem_row.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <string>

namespace likeness {
namespace {

namespace fs = std::filesystem;

const std::string photoColumns =
    "SELECT p.id, p.root_id, r.folder, p.relative_path, p.bytes, p.modified_ns, p.state, p.missing, p.width, "
    "p.height, p.format, p.taken_at, p.camera FROM photo p JOIN root r ON r.id = p.root_id ";

Photo photoOfRow(const SQLite::Statement& row) {
    Photo photo;
    photo.id = PhotoId{row.getColumn(0).getInt64()};
    photo.root = RootId{row.getColumn(1).getInt64()};
    photo.relativePath = pathOf(row.getColumn(3));
    photo.file = pathOf(row.getColumn(2)) / photo.relativePath;
    photo.stamp = {row.getColumn(4).getInt64(), row.getColumn(5).getInt64()};
    photo.state = static_cast<PhotoState>(row.getColumn(6).getInt());
    photo.missing = row.getColumn(7).getInt() != 0;
    photo.width = row.getColumn(8).getInt();
    photo.height = row.getColumn(9).getInt();
    photo.format = row.getColumn(10).getString();
    if (const auto takenAt = row.getColumn(11); !takenAt.isNull())
        photo.takenAt = takenAt.getInt64();
    photo.camera = row.getColumn(12).getString();
    return photo;
}

std::vector<Photo> photosOf(SQLite::Statement& query) {
    std::vector<Photo> photos;
    while (query.executeStep())
        photos.push_back(photoOfRow(query));
    return photos;
}

void countRow(PhotoCounts& counts, const SQLite::Statement& row) {
    const std::int64_t count = row.getColumn(2).getInt64();
    if (row.getColumn(0).getInt() != 0)
        counts.missing += count;
    else if (static_cast<PhotoState>(row.getColumn(1).getInt()) == PhotoState::Pending)
        counts.pending += count;
    else
        counts.problems += count;
}

/// Where the library may know a file: as it was named, and with the links of its folder resolved.
std::vector<fs::path> namesOf(const fs::path& file) {
    std::error_code reason;
    std::vector<fs::path> names{fs::absolute(file, reason).lexically_normal()};
    fs::path resolved = fs::weakly_canonical(names.front().parent_path(), reason);
    if (!reason)
        names.push_back(resolved / names.front().filename());
    return names;
}

} // namespace

Result<PhotoCounts> PhotoRepository::counts() const {
    return guarded(database_.file(), [this] {
        PhotoCounts counts;
        counts.photos = database_.handle().execAndGet("SELECT count(*) FROM photo").getInt64();
        SQLite::Statement query(database_.handle(),
                                "SELECT missing, state, count(*) FROM photo WHERE missing <> 0 OR state <> 1 "
                                "GROUP BY missing, state");
        while (query.executeStep())
            countRow(counts, query);
        counts.indexed = counts.photos - counts.pending - counts.problems - counts.missing;
        return counts;
    });
}

Result<std::vector<Root>> PhotoRepository::roots() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(), "SELECT id, folder FROM root ORDER BY folder");
        std::vector<Root> roots;
        while (query.executeStep())
            roots.push_back({RootId{query.getColumn(0).getInt64()}, pathOf(query.getColumn(1))});
        return roots;
    });
}

Result<std::vector<Photo>> PhotoRepository::photos() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(), photoColumns + "ORDER BY p.id");
        return photosOf(query);
    });
}

Result<std::vector<Photo>> PhotoRepository::photosIn(RootId root) const {
    return guarded(database_.file(), [this, root] {
        SQLite::Statement query(database_.handle(), photoColumns + "WHERE p.root_id = ? ORDER BY p.id");
        query.bind(1, root.value);
        return photosOf(query);
    });
}

Result<Photo> PhotoRepository::photo(PhotoId id) const {
    auto found = photos(std::span(&id, 1));
    if (!found)
        return found.error();
    if (found->empty())
        return makeError(ErrorCode::PhotoUnknown, {std::to_string(id.value)});
    return std::move(found->front());
}

Result<std::vector<Photo>> PhotoRepository::photos(std::span<const PhotoId> ids) const {
    return guarded(database_.file(), [this, ids] {
        SQLite::Statement query(database_.handle(), photoColumns + "WHERE p.id = ?");
        std::vector<Photo> photos;
        photos.reserve(ids.size());
        for (const PhotoId id : ids) {
            query.reset();
            query.bind(1, id.value);
            if (query.executeStep())
                photos.push_back(photoOfRow(query));
        }
        return photos;
    });
}

Result<std::optional<Photo>> PhotoRepository::photoOfFile(const fs::path& file) const {
    const auto known = roots();
    if (!known)
        return known.error();
    return guarded(database_.file(), [this, &known, &file]() -> std::optional<Photo> {
        SQLite::Statement query(database_.handle(),
                                photoColumns + "WHERE p.root_id = ? AND p.relative_path = ?");
        for (const fs::path& name : namesOf(file)) {
            for (const Root& root : *known) {
                query.reset();
                query.bind(1, root.id.value);
                bindPath(query, 2, name.lexically_relative(root.folder));
                if (query.executeStep())
                    return photoOfRow(query);
            }
        }
        return std::nullopt;
    });
}

Result<std::vector<Problem>> PhotoRepository::problems() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(
            database_.handle(),
            "SELECT p.id, r.folder, p.relative_path, f.code, f.arguments, f.text FROM problem f "
            "JOIN photo p ON p.id = f.photo_id JOIN root r ON r.id = p.root_id WHERE p.missing = 0 AND "
            "p.state = 2 "
            "ORDER BY r.folder, p.relative_path");
        std::vector<Problem> problems;
        while (query.executeStep())
            problems.push_back({PhotoId{query.getColumn(0).getInt64()},
                                pathOf(query.getColumn(1)) / pathOf(query.getColumn(2)),
                                errorOfRow(query.getColumn(3).getString(), query.getColumn(4).getString(),
                                           query.getColumn(5).getString())});
        return problems;
    });
}

} // namespace likeness
