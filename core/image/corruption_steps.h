// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <opencv2/core.hpp>
#include <random>

namespace likeness {

/// What corruptions share. Pixels are floats from 0 to 1, three channels.

cv::Mat floatsOf(const Image& image);
/// Clipped to 0 to 1 and rounded.
Image imageOf(const cv::Mat& pixels);

/// Strength for a severity of 1 to 5.
template <typename T>
T strength(const T (&steps)[5], int severity) {
    return steps[severity - 1];
}

// The members of each family; see allCorruptions().
Image gaussianNoise(const Image& image, int severity, std::uint64_t seed);
Image shotNoise(const Image& image, int severity, std::uint64_t seed);
Image impulseNoise(const Image& image, int severity, std::uint64_t seed);
Image defocusBlur(const Image& image, int severity, std::uint64_t seed);
Image glassBlur(const Image& image, int severity, std::uint64_t seed);
Image motionBlur(const Image& image, int severity, std::uint64_t seed);
Image zoomBlur(const Image& image, int severity, std::uint64_t seed);
Image snow(const Image& image, int severity, std::uint64_t seed);
Image frost(const Image& image, int severity, std::uint64_t seed);
Image fog(const Image& image, int severity, std::uint64_t seed);
Image brightness(const Image& image, int severity, std::uint64_t seed);
Image contrast(const Image& image, int severity, std::uint64_t seed);
Image elastic(const Image& image, int severity, std::uint64_t seed);
Image pixelate(const Image& image, int severity, std::uint64_t seed);
Image jpegCompression(const Image& image, int severity, std::uint64_t seed);

/// Blurs along a line: `radius` pixels long to each side, in degrees, weights falling off by `sigma`.
cv::Mat blurredAlong(const cv::Mat& pixels, int radius, double sigma, double degrees);
/// Enlarged by a factor about its middle and cut to its former size.
cv::Mat zoomed(const cv::Mat& pixels, double factor);
/// Clouds from 0 to 1 by diamond-square midpoint displacement; larger decay is smoother.
cv::Mat clouds(cv::Size size, double decay, std::mt19937_64& random);

} // namespace likeness
