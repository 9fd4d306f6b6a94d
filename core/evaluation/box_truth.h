// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/rectangle.h"
#include "core/base/result.h"
#include "core/library/photo.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace likeness {

struct LabelledBox {
    int label = 0;
    Rectangle place; // on the upright photo
};

/// What lies where on photos.
struct BoxTruth {
    std::vector<std::string> labels; // by label number
    std::unordered_map<PhotoId, std::vector<LabelledBox>> boxesOfPhoto;
};

/// YOLO: beside each images/….jpg stands labels/….txt with lines "class x y width height", the centre and the
/// size of a box in fractions; a sixth number, a detector's confidence, is passed over, and so are other
/// lines. Classes are named by the first *.yaml above the photos (`names`), else by
/// their number. NoBoxes where no photo has any.
Result<BoxTruth> boxesFromYolo(std::span<const Photo> photos);

/// COCO: annotations.json, or annotations/*.json, in the photos' folder or up to two above; photos are told
/// by file name. NoBoxes, FileNotReadable, DatasetInvalid where it is no COCO file.
Result<BoxTruth> boxesFromCoco(std::span<const Photo> photos);

} // namespace likeness
