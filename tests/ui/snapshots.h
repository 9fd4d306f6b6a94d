// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"

#include <string>
#include <vector>

namespace likeness::ui {

/// A photo as a library would have it, at /photos/<folder>/<name>.
inline Photo madePhoto(std::int64_t id, const std::string& folder, const std::string& name) {
    Photo photo;
    photo.id = {id};
    photo.root = {1};
    photo.relativePath = std::filesystem::path(folder) / name;
    photo.file = std::filesystem::path("/photos") / photo.relativePath;
    photo.state = PhotoState::Indexed;
    return photo;
}

inline SnapshotPtr madeSnapshot(const std::vector<Photo>& photos, std::vector<Problem> problems = {}) {
    const std::vector<Root> roots{{{1}, "/photos"}};
    return std::make_shared<const LibrarySnapshot>(photos, roots, std::move(problems));
}

/// `count` photos, a hundred in each folder.
inline std::vector<Photo> manyPhotos(int count) {
    std::vector<Photo> photos;
    photos.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        photos.push_back(
            madePhoto(i + 1, "day-" + std::to_string(i / 100), "IMG_" + std::to_string(i) + ".jpg"));
    return photos;
}

} // namespace likeness::ui
