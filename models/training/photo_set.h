// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace likeness::training {

/// A photo to learn from.
struct TrainingPhoto {
    std::filesystem::path file;
    std::string set;   // name of the folder that was given, or of its parent where that is only "images"
    std::string label; // folders between the given one and the photo; empty where there are none
};

/// Every photo below the folders, in order of path. FolderNotFound, FolderNotReadable.
Result<std::vector<TrainingPhoto>> findTrainingPhotos(const std::vector<std::filesystem::path>& folders);

} // namespace likeness::training
