// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/corruptions.h"

#include "core/image/corruption_steps.h"
#include "core/image/orientation.h"

#include <array>
#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

Image croppedByLadder(const Image& image, int severity, std::uint64_t) {
    const double kept = strength({.9, .8, .7, .6, .5}, severity);
    return cropped(image, {(1 - kept) / 2, (1 - kept) / 2, kept, kept});
}

Image rotatedByLadder(const Image& image, int severity, std::uint64_t) {
    const double degrees = strength({5.0, 10.0, 20.0, 30.0, 45.0}, severity);
    const cv::Mat turn = cv::getRotationMatrix2D(
        {static_cast<float>(image.width) / 2, static_cast<float>(image.height) / 2}, degrees, 1);
    cv::Mat turned;
    cv::warpAffine(floatsOf(image), turned, turn, {image.width, image.height}, cv::INTER_LINEAR,
                   cv::BORDER_REFLECT_101);
    return imageOf(turned);
}

Image flipped(const Image& image, int severity, std::uint64_t) {
    using Mirror = Orientation::Mirror;
    const std::array<Orientation, 5> ways{
        {{Mirror::Yes, 0}, {Mirror::Yes, 2}, {Mirror::No, 1}, {Mirror::No, 2}, {Mirror::No, 3}}};
    return oriented(image, ways.at(static_cast<std::size_t>(severity - 1)));
}

constexpr std::array corruptions{
    Corruption{"gaussian noise", "noise", gaussianNoise},
    Corruption{"shot noise", "noise", shotNoise},
    Corruption{"impulse noise", "noise", impulseNoise},
    Corruption{"defocus blur", "blur", defocusBlur},
    Corruption{"glass blur", "blur", glassBlur},
    Corruption{"motion blur", "blur", motionBlur},
    Corruption{"zoom blur", "blur", zoomBlur},
    Corruption{"snow", "weather", snow},
    Corruption{"frost", "weather", frost},
    Corruption{"fog", "weather", fog},
    Corruption{"brightness", "weather", brightness},
    Corruption{"contrast", "digital", contrast},
    Corruption{"elastic", "digital", elastic},
    Corruption{"pixelate", "digital", pixelate},
    Corruption{"jpeg", "digital", jpegCompression},
    Corruption{"crop", "crop", croppedByLadder},
    Corruption{"rotation", "rotation", rotatedByLadder},
    Corruption{"flip", "flip", flipped},
};

} // namespace

std::span<const Corruption> allCorruptions() {
    return corruptions;
}

} // namespace likeness
