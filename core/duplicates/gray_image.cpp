// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/gray_image.h"

#include "core/duplicates/gray_matrix.h"

#include <opencv2/imgproc.hpp>

namespace likeness {

GrayImage toGray(const Image& image) {
    if (image.empty())
        return {};
    GrayImage gray{image.width, image.height, std::vector<std::uint8_t>(image.rgb.size() / 3)};
    // OpenCV has no view of constant pixels; the source is only read.
    const cv::Mat colours(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data()));
    cv::Mat luma = matrixOf(gray);
    cv::cvtColor(colours, luma, cv::COLOR_RGB2GRAY);
    return gray;
}

GrayImage resized(const GrayImage& image, int width, int height) {
    if (image.empty())
        return {};
    GrayImage result{
        width, height,
        std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    cv::Mat to = matrixOf(result);
    const bool shrinks = width <= image.width && height <= image.height;
    cv::resize(matrixOf(image), to, to.size(), 0.0, 0.0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

} // namespace likeness
