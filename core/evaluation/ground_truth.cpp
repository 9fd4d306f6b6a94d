// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ground_truth.h"

#include "core/base/path_text.h"

#include <algorithm>
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

GroundTruth halfOf(const GroundTruth& truth, std::span<const Photo> photos, Half half) {
    std::vector<const Photo*> byPath;
    for (const Photo& photo : photos)
        if (truth.labelOfPhoto.contains(photo.id))
            byPath.push_back(&photo);
    std::ranges::sort(byPath, {}, [](const Photo* photo) { return photo->file; });
    std::vector<std::size_t> seen(truth.labels.size());
    GroundTruth split{truth.labels, {}};
    for (const Photo* photo : byPath) {
        const int label = truth.labelOfPhoto.at(photo->id);
        const bool isEven = seen[static_cast<std::size_t>(label)]++ % 2 == 0;
        if (isEven == (half == Half::Even))
            split.labelOfPhoto.emplace(photo->id, label);
    }
    return split;
}

} // namespace likeness
