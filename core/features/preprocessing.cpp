// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/preprocessing.h"

#include <cstddef>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace likeness {

Image resized(const Image& image, int width, int height) {
    if (image.empty() || (image.width == width && image.height == height))
        return image;
    Image result{
        width, height,
        std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3U)};
    // OpenCV has no view of constant pixels; the source is only read.
    const cv::Mat from(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data()));
    cv::Mat to(height, width, CV_8UC3, result.rgb.data());
    const bool shrinks = width <= image.width && height <= image.height;
    cv::resize(from, to, to.size(), 0.0, 0.0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

std::vector<float> networkInput(const Image& image, const InputSpec& spec) {
    if (image.empty())
        return {};
    const Image squashed = resized(image, spec.width, spec.height);
    const std::size_t pixels = squashed.rgb.size() / 3;
    std::vector<float> input(pixels * 3);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float mean = spec.mean[channel];
        float* const plane = input.data() + channel * pixels;
        for (std::size_t i = 0; i < pixels; ++i)
            plane[i] = (static_cast<float>(squashed.rgb[3 * i + channel]) - mean) * spec.scale;
    }
    return input;
}

} // namespace likeness
