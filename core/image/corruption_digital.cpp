// SPDX-License-Identifier: GPL-3.0-or-later
// Digital corruptions of ImageNet-C.
#include "core/image/corruption_steps.h"
#include "core/image/vips_library.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

constexpr double side = 224;

/// Random shifts of each pixel, smoothed.
cv::Mat shifts(cv::Size size, double reach, double sigma, std::mt19937_64& random) {
    std::uniform_real_distribution<float> shift(-1, 1);
    cv::Mat field(size, CV_32F);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            field.at<float>(y, x) = shift(random);
    cv::GaussianBlur(field, field, {}, sigma, sigma, cv::BORDER_REFLECT_101);
    return field * reach;
}

/// Moves three corners of the middle a little.
cv::Mat bent(const cv::Mat& pixels, double reach, std::mt19937_64& random) {
    const cv::Point2f middle(static_cast<float>(pixels.cols) / 2, static_cast<float>(pixels.rows) / 2);
    const float third = static_cast<float>(std::min(pixels.cols, pixels.rows)) / 3;
    const std::array<cv::Point2f, 3> from{middle + cv::Point2f(third, third),
                                          middle + cv::Point2f(third, -third),
                                          middle + cv::Point2f(-third, -third)};
    std::uniform_real_distribution<float> push(-static_cast<float>(reach), static_cast<float>(reach));
    std::array<cv::Point2f, 3> to = from;
    for (cv::Point2f& corner : to)
        corner += cv::Point2f(push(random), push(random));
    cv::Mat bent;
    cv::warpAffine(pixels, bent, cv::getAffineTransform(from.data(), to.data()), pixels.size(),
                   cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return bent;
}

} // namespace

Image contrast(const Image& image, int severity, std::uint64_t) {
    const cv::Mat pixels = floatsOf(image);
    const cv::Scalar mean = cv::mean(pixels);
    const cv::Mat around = pixels - mean;
    const cv::Mat flat = around * strength({.4, .3, .2, .1, .05}, severity) + mean;
    return imageOf(flat);
}

Image elastic(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const double reach = side * strength({2.0, 2.0, .05, .07, .12}, severity);
    const double sigma = side * strength({.7, .08, .01, .01, .01}, severity);
    const double bend = side * strength({.1, .2, .02, .02, .02}, severity);
    const cv::Mat pixels = bent(floatsOf(image), bend, random);
    cv::Mat x = shifts(pixels.size(), reach, sigma, random);
    cv::Mat y = shifts(pixels.size(), reach, sigma, random);
    for (int row = 0; row < pixels.rows; ++row)
        for (int column = 0; column < pixels.cols; ++column) {
            x.at<float>(row, column) += static_cast<float>(column);
            y.at<float>(row, column) += static_cast<float>(row);
        }
    cv::Mat moved;
    cv::remap(pixels, moved, x, y, cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return imageOf(moved);
}

Image pixelate(const Image& image, int severity, std::uint64_t) {
    const double factor = strength({.6, .5, .4, .3, .25}, severity);
    const cv::Mat pixels = floatsOf(image);
    const cv::Size small(std::max(1, static_cast<int>(pixels.cols * factor)),
                         std::max(1, static_cast<int>(pixels.rows * factor)));
    cv::Mat shrunk;
    cv::resize(pixels, shrunk, small, 0, 0, cv::INTER_AREA);
    cv::Mat blocks;
    cv::resize(shrunk, blocks, pixels.size(), 0, 0, cv::INTER_NEAREST);
    return imageOf(blocks);
}

Image jpegCompression(const Image& image, int severity, std::uint64_t) {
    const VipsImagePtr pixels(startVips() ? vips_image_new_from_memory(image.rgb.data(), image.rgb.size(),
                                                                       image.width, image.height, 3,
                                                                       VIPS_FORMAT_UCHAR)
                                          : nullptr);
    void* data = nullptr;
    std::size_t size = 0;
    if (!pixels || vips_jpegsave_buffer(pixels.get(), &data, &size, "Q",
                                        strength({25, 18, 15, 10, 7}, severity), nullptr) != 0)
        return image; // out of memory: the photo as it is
    const std::unique_ptr<void, decltype(&g_free)> owner(data, &g_free);
    const VipsImagePtr loaded =
        vipsResult([&](VipsImage** out) { return vips_jpegload_buffer(data, size, out, nullptr); });
    std::size_t length = 0;
    const std::unique_ptr<void, decltype(&g_free)> bytes(
        loaded ? vips_image_write_to_memory(loaded.get(), &length) : nullptr, &g_free);
    if (!bytes || length != image.rgb.size())
        return image;
    Image compressed = image;
    std::memcpy(compressed.rgb.data(), bytes.get(), length);
    return compressed;
}

} // namespace likeness
