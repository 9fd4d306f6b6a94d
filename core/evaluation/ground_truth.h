// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/base/photo_id.h"
#include "core/library/photo.h"
#include "core/library/tag_repository.h"
#include "core/library/verdict.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace likeness {

/// Which photos count as alike: those that share a label.
struct GroundTruth {
    std::vector<std::string> labels; // by label number; printable text
    std::unordered_map<PhotoId, LabelSet> labelsOfPhoto;
};

/// Which files of each class are learned from, and which are left to test on.
enum class Half { Even, Odd };

/// The photos at even or odd places (from 0) of each label, by path. A photo with several labels has its
/// place in the rarest of them.
GroundTruth halfOf(const GroundTruth& truth, std::span<const Photo> photos, Half half);

/// Each photo's label is the folder that holds it: its path below the root, without the file name. Photos
/// right in a root have none.
GroundTruth labelsFromFolders(std::span<const Photo> photos);

/// Each photo's labels are its tags as they stand: "Places/Paris" and "Places/Rome" are two.
GroundTruth labelsFromTags(std::span<const PhotoTag> tags);

/// Photos that were judged to match share a label, and so do those that match one of them; a photo that was
/// judged not to match has a label of its own, unless it matches another one. Others have none: nobody knows.
/// Verdicts that contradict the matches of matches yield to them. `contents` are those of all photos.
GroundTruth labelsFromVerdicts(std::span<const Verdict> verdicts,
                               const std::unordered_map<PhotoId, ContentHash>& contents);

} // namespace likeness
