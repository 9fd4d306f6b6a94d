// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/local_features.h"
#include "core/duplicates/plane_map.h"

#include <optional>

namespace likeness {

/// Where one photo lies on another one.
struct Alignment {
    PlaneMap map;    // a similarity: turned, scaled and moved
    int inliers = 0; // matches that agree with it
};

/// Finds the similarity transform that lays `other` over `reference`: nearest descriptors that pass Lowe's
/// ratio test; each match alone tells a transform by the position, size and angle of its two keypoints, and
/// the one that most matches agree with is refined by least squares. Nothing where fewer than 8 agree.
/// Always the same for the same input.
std::optional<Alignment> align(const LocalFeatures& other, const LocalFeatures& reference);

} // namespace likeness
