// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/gray_image.h"
#include "core/duplicates/plane_map.h"

namespace likeness {

/// How well two photos agree where one lies over the other.
struct PixelAgreement {
    int blocks = 0;     // that both photos cover and that show something
    double share = 0;   // of these, those whose pixels correlate, 0 to 1
    double covered = 0; // share of the reference that the other photo covers, 0 to 1
};

/// Lays `other` over `reference` by `map` (other's pixels to the reference's) and compares block by block:
/// local normalised correlation, so that brightness and contrast don't count, and a banner costs no more than
/// the blocks under it.
PixelAgreement pixelAgreement(const GrayImage& reference, const GrayImage& other, const PlaneMap& map);

} // namespace likeness
