// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/gray_image.h"

#include <opencv2/core.hpp>

namespace likeness {

/// A view of the pixels, for the sources of this folder alone. Valid as long as the image.
inline cv::Mat matrixOf(GrayImage& image) {
    return {image.height, image.width, CV_8UC1, image.pixels.data()};
}

/// The same, only to be read: OpenCV has no view of constant pixels.
inline cv::Mat matrixOf(const GrayImage& image) {
    return {image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data())};
}

} // namespace likeness
