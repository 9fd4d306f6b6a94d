// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/named_photos.h"

#include "core/base/path_text.h"
#include "core/library/photo_repository.h"

namespace likeness::cli {

Result<std::vector<PhotoId>> photosOf(const Database& database, const std::vector<std::string>& files) {
    std::vector<PhotoId> photos;
    for (const std::string& file : files) {
        const auto photo = PhotoRepository(database).photoOfFile(file);
        if (!photo)
            return photo.error();
        if (!*photo)
            return makeError(ErrorCode::PhotoUnknown, {pathText(file)});
        photos.push_back((*photo)->id);
    }
    return photos;
}

} // namespace likeness::cli
