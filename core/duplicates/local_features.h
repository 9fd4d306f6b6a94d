// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/gray_image.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace likeness {

/// A spot that is found again in an edited copy.
struct Keypoint {
    float x = 0;
    float y = 0;     // pixels, (0, 0) is the middle of the first one
    float size = 0;  // diameter of its neighbourhood, pixels
    float angle = 0; // radians, from the x axis towards the y axis
};

/// Keypoints of a photo and their descriptors: SIFT (Lowe 2004) in the Hellinger metric (RootSIFT:
/// Arandjelovic and Zisserman 2012), so that a dot product compares two.
struct LocalFeatures {
    static constexpr int dimensions = 128;

    std::vector<Keypoint> keypoints;
    /// `dimensions` values for each, as a share of 1 / 255; the L2 norm is about 1.
    std::vector<std::uint8_t> descriptors;
};

/// The strongest keypoints of the photo, at most 300.
LocalFeatures localFeatures(const GrayImage& image);

/// The features of the photo mirrored left to right, without a look at it: the bins of a descriptor change
/// places.
LocalFeatures mirrored(const LocalFeatures& features, int width);

} // namespace likeness
