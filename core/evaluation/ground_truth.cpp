// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ground_truth.h"

#include "core/base/path_text.h"

#include <filesystem>

namespace likeness {

GroundTruth labelsFromFolders(std::span<const Photo> photos) {
    GroundTruth truth;
    std::unordered_map<std::string, int> labelOfFolder; // by the folder's bytes
    for (const Photo& photo : photos) {
        const std::filesystem::path folder = photo.relativePath.parent_path();
        if (folder.empty())
            continue;
        const auto [entry, isNew] =
            labelOfFolder.try_emplace(folder.native(), static_cast<int>(truth.labels.size()));
        if (isNew)
            truth.labels.push_back(pathText(folder));
        truth.labelOfPhoto.emplace(photo.id, entry->second);
    }
    return truth;
}

} // namespace likeness
