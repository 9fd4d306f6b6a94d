// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/photo_set.h"

#include "core/base/path_text.h"
#include "core/image/photo_formats.h"

#include <algorithm>

namespace likeness::training {
namespace {

std::string setName(const std::filesystem::path& folder) {
    const auto given = (folder / "").parent_path();
    return given.filename() == "images" ? given.parent_path().filename().string() : given.filename().string();
}

std::string labelOf(const std::filesystem::path& file, const std::filesystem::path& folder) {
    const auto label = file.parent_path().lexically_relative(folder).lexically_normal().string();
    return label == "." ? "" : label;
}

Result<void> addPhotos(const std::filesystem::path& folder, std::vector<TrainingPhoto>& photos) {
    std::error_code problem;
    if (!std::filesystem::is_directory(folder, problem))
        return makeError(ErrorCode::FolderNotFound, {pathText(folder)});
    std::filesystem::recursive_directory_iterator entry(folder, problem);
    for (; !problem && entry != std::filesystem::recursive_directory_iterator(); entry.increment(problem))
        if (entry->is_regular_file(problem) && fileKindBySuffix(entry->path()) == FileKind::Photo)
            photos.push_back({entry->path(), setName(folder), labelOf(entry->path(), folder)});
    if (problem)
        return makeError(ErrorCode::FolderNotReadable, {pathText(folder), problem.message()});
    return {};
}

} // namespace

Result<std::vector<TrainingPhoto>> findTrainingPhotos(const std::vector<std::filesystem::path>& folders) {
    std::vector<TrainingPhoto> photos;
    for (const auto& folder : folders) {
        const auto added = addPhotos(folder, photos);
        if (!added)
            return added.error();
    }
    std::ranges::sort(photos, {}, &TrainingPhoto::file);
    return photos;
}

} // namespace likeness::training
