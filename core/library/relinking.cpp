// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/relinking.h"

#include "core/base/path_text.h"
#include "core/library/content_hash.h"
#include "core/library/folder_scan.h"
#include "core/library/photo_repository.h"
#include "core/library/scan_plan.h"
#include "core/library/scan_writer.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Transaction.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace likeness {
namespace {

namespace fs = std::filesystem;

Result<Photo> missingPhoto(const Database& database, PhotoId id) {
    auto photo = PhotoRepository(database).photo(id);
    if (photo && !photo->missing)
        return makeError(ErrorCode::InvalidArgument, {pathText(photo->file) + " is not missing"});
    return photo;
}

/// The innermost folder of the library that the file lies in. No root lies in another one.
Result<Root> rootOf(const Database& database, const fs::path& file) {
    const auto roots = PhotoRepository(database).roots();
    if (!roots)
        return roots.error();
    for (const Root& root : *roots)
        if (isInside(file, root.folder))
            return root;
    return makeError(ErrorCode::InvalidArgument,
                     {pathText(file) + " is in no folder of the library; add its folder first"});
}

/// The photo that the library took the file for leaves; its tags go over.
Result<void> replace(const Database& database, PhotoId present, PhotoId photo) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement give(database.handle(),
                               "UPDATE OR IGNORE photo_tag SET photo_id = ? WHERE photo_id = ?");
        give.bind(1, photo.value);
        give.bind(2, present.value);
        give.exec();
        SQLite::Statement drop(database.handle(), "DELETE FROM photo WHERE id = ?");
        drop.bind(1, present.value);
        drop.exec();
        transaction.commit();
    });
}

/// By the bytes of their names; nothing for a name that several files have.
std::map<std::string, std::optional<fs::path>> filesByName(const fs::path& folder) {
    std::map<std::string, std::optional<fs::path>> files;
    scanFolder(folder, {}, [&](const FoundFile& found) {
        const auto [place, isFirst] =
            files.try_emplace(found.relativePath.filename().native(), folder / found.relativePath);
        if (!isFirst)
            place->second.reset();
    });
    return files;
}

} // namespace

Result<void> relink(const Database& database, PhotoId photo, const fs::path& file) {
    if (auto missing = missingPhoto(database, photo); !missing)
        return missing.error();
    const fs::path place = normalFolder(file.parent_path()) / file.filename();
    const auto stamp = stampOf(place);
    if (!stamp)
        return stamp.error();
    const auto root = rootOf(database, place);
    if (!root)
        return root.error();
    const auto present = PhotoRepository(database).photoOfFile(place);
    if (!present)
        return present.error();
    if (*present)
        if (auto replaced = replace(database, (*present)->id, photo); !replaced)
            return replaced;
    ScanBatch batch;
    batch.moved.emplace_back(photo, FoundFile{place.lexically_relative(root->folder), *stamp});
    batch.changed.push_back(photo);
    const auto written = ScanWriter(database).commit(root->id, batch);
    return written ? Result<void>() : written.error();
}

Result<std::int64_t> relinkByName(const Database& database, std::span<const PhotoId> photos,
                                  const fs::path& folder) {
    const auto files = filesByName(normalFolder(folder));
    std::int64_t found = 0;
    for (const PhotoId id : photos) {
        const auto photo = missingPhoto(database, id);
        if (!photo)
            return photo.error();
        const auto file = files.find(photo->file.filename().native());
        if (file == files.end() || !file->second)
            continue;
        if (auto linked = relink(database, id, *file->second); !linked)
            return linked.error();
        ++found;
    }
    return found;
}

} // namespace likeness
