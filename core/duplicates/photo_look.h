// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/gradient_code.h"
#include "core/duplicates/gray_image.h"
#include "core/duplicates/local_features.h"
#include "core/duplicates/plane_map.h"
#include "core/image/orientation.h"

#include <memory>
#include <mutex>
#include <optional>
#include <span>

namespace likeness {

/// A photo at thumbnail size, to be compared with others. Thread-safe: its local features are found when they
/// are first asked for.
class PhotoLook {
public:
    explicit PhotoLook(GrayImage image) : image_(std::move(image)) {}

    const GrayImage& image() const { return image_; }
    const LocalFeatures& features() const;

private:
    GrayImage image_;
    mutable std::once_flag found_;
    mutable LocalFeatures features_;
};

/// What comparing two photos found.
struct CopyEvidence {
    double similarity = 0; // share of the blocks of pixels that agree, 0 to 1
    double covered = 0;    // share of the reference that the other photo shows, 0 to 1
    PlaneMap map;          // the other photo's pixels to the reference's
};

/// Whether `other` shows the same picture as a whole, laid as `orientation` says: a copy that was saved
/// again, resized, brightened, written on, mirrored or turned. Nothing where it doesn't.
std::optional<CopyEvidence> wholeCopy(const PhotoLook& reference, const PhotoLook& other,
                                      Orientation orientation);

/// The same where local features have to find out how it lies: cut out, turned by any angle, mirrored.
std::optional<CopyEvidence> alignedCopy(const PhotoLook& reference, const PhotoLook& other);

} // namespace likeness
