// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_filter.h"

#include "core/library/folder_scan.h"
#include "core/library/photo_repository.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>

namespace likeness {
namespace {

/// Of a root, the photos whose relative path begins with these bytes; all where there are none.
constexpr const char* passing = "SELECT id FROM photo p WHERE root_id = ?1 AND missing = 0 AND state = 1 "
                                "AND substr(relative_path, 1, length(?2)) = ?2 "
                                "AND (?3 = 0 OR (taken_at >= ?4 AND taken_at < ?5)) "
                                "AND (?6 = 0 OR substr(relative_path, 1, length(?7)) <> ?7) "
                                "AND (?8 = 0 OR camera <> ?9 OR taken_at IS NULL OR taken_at < ?10 "
                                "OR taken_at >= ?11)";

/// The tag itself, or one below it; source 2 is a tag that was taken away.
constexpr const char* hasTag =
    " AND EXISTS (SELECT 1 FROM photo_tag pt JOIN tag t ON t.id = pt.tag_id WHERE pt.photo_id = p.id AND "
    "pt.source <> 2 AND (t.name = ? OR substr(t.name, 1, length(?) + 1) = ? || '/'))";

/// Where the folder lies in the root, as relative paths begin; nothing where it lies elsewhere.
std::optional<std::filesystem::path> beginningIn(const std::filesystem::path& root,
                                                 const std::filesystem::path& folder) {
    if (folder.empty() || isInside(root, folder))
        return std::filesystem::path();
    if (!isInside(folder, root))
        return std::nullopt;
    return folder.lexically_relative(root) / "";
}

/// The same for a folder that is left out; nothing where none is.
std::optional<std::filesystem::path> leftOutIn(const std::filesystem::path& root,
                                               const std::filesystem::path& folder) {
    return folder.empty() ? std::nullopt : beginningIn(root, folder);
}

void appendPassing(const Database& database, const Root& root, const std::filesystem::path& beginning,
                   const PhotoFilter& filter, std::vector<PhotoId>& photos) {
    std::string sql = passing;
    for (std::size_t i = 0; i < filter.tags.size(); ++i)
        sql += hasTag;
    SQLite::Statement query(database.handle(), sql);
    query.bind(1, root.id.value);
    bindPath(query, 2, beginning);
    query.bind(3, filter.takenFrom || filter.takenBefore ? 1 : 0);
    query.bind(4, filter.takenFrom.value_or(std::numeric_limits<std::int64_t>::min()));
    query.bind(5, filter.takenBefore.value_or(std::numeric_limits<std::int64_t>::max()));
    const auto leftOut = leftOutIn(root.folder, filter.notInFolder);
    query.bind(6, leftOut ? 1 : 0);
    bindPath(query, 7, leftOut.value_or(std::filesystem::path()));
    const PhotoFilter::Burst burst = filter.notOfBurst.value_or(PhotoFilter::Burst());
    query.bind(8, filter.notOfBurst ? 1 : 0);
    query.bind(9, burst.camera);
    query.bind(10, burst.from);
    query.bind(11, burst.before);
    int parameter = 12;
    for (const std::string& tag : filter.tags)
        for (int use = 0; use < 3; ++use)
            query.bind(parameter++, tag);
    while (query.executeStep())
        photos.push_back(PhotoId{query.getColumn(0).getInt64()});
}

} // namespace

Result<std::vector<PhotoId>> photosPassing(const Database& database, const PhotoFilter& filter) {
    const auto roots = PhotoRepository(database).roots();
    if (!roots)
        return roots.error();
    return guarded(database.file(), [&] {
        std::vector<PhotoId> photos;
        for (const Root& root : *roots)
            if (const auto beginning = beginningIn(root.folder, filter.folder))
                appendPassing(database, root, *beginning, filter, photos);
        std::ranges::sort(photos);
        return photos;
    });
}

} // namespace likeness
