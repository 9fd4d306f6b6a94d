// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/library/photo.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace likeness {

/// Which photos count as alike: those with the same label.
struct GroundTruth {
    std::vector<std::string> labels;               // by label number; printable text
    std::unordered_map<PhotoId, int> labelOfPhoto; // label number
};

/// Which files of each class are learned from, and which are left to test on.
enum class Half { Even, Odd };

/// The photos at even or odd places (from 0) of each label, by path.
GroundTruth halfOf(const GroundTruth& truth, std::span<const Photo> photos, Half half);

/// Each photo's label is the folder that holds it: its path below the root, without the file name. Photos
/// right in a root have none.
GroundTruth labelsFromFolders(std::span<const Photo> photos);

} // namespace likeness
