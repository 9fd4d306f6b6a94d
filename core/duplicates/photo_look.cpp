// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/photo_look.h"

#include "core/duplicates/alignment.h"
#include "core/duplicates/pixel_agreement.h"

#include <algorithm>
#include <array>

namespace likeness {
namespace {

constexpr int fewestBlocks = 6;
constexpr double agreeingShare = 0.6;
/// Of the reference, that a cut-out has to show.
constexpr double smallestCover = 0.15;

PixelSize sizeOf(const GrayImage& image) {
    return {image.width, image.height};
}

/// With `other` laid over `reference` by `map`.
std::optional<CopyEvidence> judged(const PhotoLook& reference, const PhotoLook& other, const PlaneMap& map) {
    const PixelAgreement agreement = pixelAgreement(reference.image(), other.image(), map);
    if (agreement.blocks < fewestBlocks || agreement.share < agreeingShare ||
        agreement.covered < smallestCover)
        return std::nullopt;
    return CopyEvidence{agreement.share, agreement.covered, map};
}

/// Lays the smaller cut over the larger picture.
std::optional<CopyEvidence> copyBy(const PhotoLook& reference, const PhotoLook& other, const PlaneMap& before,
                                   const LocalFeatures& features) {
    const auto alignment = align(features, reference.features());
    if (!alignment)
        return std::nullopt;
    return judged(reference, other, chained(before, alignment->map));
}

} // namespace

const LocalFeatures& PhotoLook::features() const {
    std::call_once(found_, [this] { features_ = localFeatures(image_); });
    return features_;
}

std::optional<CopyEvidence> wholeCopy(const PhotoLook& reference, const PhotoLook& other,
                                      Orientation orientation) {
    if (reference.image().empty() || other.image().empty())
        return std::nullopt;
    return judged(reference, other, wholeOver(sizeOf(other.image()), orientation, sizeOf(reference.image())));
}

std::optional<CopyEvidence> alignedCopy(const PhotoLook& reference, const PhotoLook& other) {
    if (reference.image().empty() || other.image().empty())
        return std::nullopt;
    if (auto copy = copyBy(reference, other, {}, other.features()))
        return copy;
    const int width = other.image().width;
    return copyBy(reference, other, mirrorOf(width), mirrored(other.features(), width));
}

} // namespace likeness
