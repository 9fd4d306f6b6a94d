// SPDX-License-Identifier: GPL-3.0-or-later
// Noise and blur of ImageNet-C. Random numbers come from <random>, so that they are not those of the
// original.
#include "core/image/corruption_steps.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

/// Calls change(value) for each value of each channel.
template <typename Change>
Image eachValue(const Image& image, const Change& change) {
    cv::Mat pixels = floatsOf(image);
    auto* const values = pixels.ptr<float>();
    for (std::size_t i = 0; i < pixels.total() * 3; ++i)
        values[i] = change(values[i]);
    return imageOf(pixels);
}

/// A filled circle, smoothed.
cv::Mat disk(int radius, double smoothing) {
    const int side = std::max(8, radius) * 2 + 1;
    const int middle = side / 2;
    cv::Mat kernel = cv::Mat::zeros(side, side, CV_32F);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double dx = x - middle;
            const double dy = y - middle;
            kernel.at<float>(y, x) = dx * dx + dy * dy <= radius * radius ? 1.0F : 0.0F;
        }
    kernel /= cv::sum(kernel)[0];
    const int window = radius <= 8 ? 3 : 5;
    cv::GaussianBlur(kernel, kernel, {window, window}, smoothing);
    return kernel;
}

} // namespace

Image gaussianNoise(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> noise(0, strength({.08F, .12F, .18F, .26F, .38F}, severity));
    return eachValue(image, [&](float value) { return value + noise(random); });
}

Image shotNoise(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const float photons = strength({60.0F, 25.0F, 12.0F, 5.0F, 3.0F}, severity);
    return eachValue(image, [&](float value) {
        std::poisson_distribution<int> counted(std::max(1e-6, static_cast<double>(value * photons)));
        return static_cast<float>(counted(random)) / photons;
    });
}

Image impulseNoise(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const double amount = strength({.03, .06, .09, .17, .27}, severity);
    std::uniform_real_distribution<double> chance(0, 1);
    return eachValue(image, [&](float value) {
        const double drawn = chance(random);
        if (drawn >= amount)
            return value;
        return drawn < amount / 2 ? 0.0F : 1.0F;
    });
}

Image defocusBlur(const Image& image, int severity, std::uint64_t) {
    const cv::Mat kernel =
        disk(strength({3, 4, 6, 8, 10}, severity), strength({.1, .5, .5, .5, .5}, severity));
    cv::Mat blurred;
    cv::filter2D(floatsOf(image), blurred, -1, kernel);
    return imageOf(blurred);
}

Image glassBlur(const Image& image, int severity, std::uint64_t seed) {
    const double sigma = strength({.7, .9, 1.0, 1.1, 1.5}, severity);
    const int reach = strength({1, 2, 2, 3, 4}, severity);
    const int rounds = strength({2, 1, 3, 2, 2}, severity);
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<int> shift(-reach, reach - 1);
    cv::Mat pixels = floatsOf(image);
    cv::GaussianBlur(pixels, pixels, {}, sigma);
    for (int round = 0; round < rounds; ++round)
        for (int y = pixels.rows - reach - 1; y >= reach; --y)
            for (int x = pixels.cols - reach - 1; x >= reach; --x) {
                const int dx = shift(random);
                const int dy = shift(random);
                std::swap(pixels.at<cv::Vec3f>(y, x), pixels.at<cv::Vec3f>(y + dy, x + dx));
            }
    cv::GaussianBlur(pixels, pixels, {}, sigma);
    return imageOf(pixels);
}

Image motionBlur(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const double degrees = std::uniform_real_distribution<double>(-45, 45)(random);
    return imageOf(blurredAlong(floatsOf(image), strength({10, 15, 15, 15, 20}, severity),
                                strength({3.0, 5.0, 8.0, 12.0, 15.0}, severity), degrees));
}

Image zoomBlur(const Image& image, int severity, std::uint64_t) {
    const double end = strength({1.11, 1.16, 1.21, 1.26, 1.31}, severity);
    const double step = strength({.01, .01, .02, .02, .03}, severity);
    const cv::Mat pixels = floatsOf(image);
    cv::Mat sum = pixels.clone();
    int images = 1;
    for (double factor = 1; factor < end - step / 2; factor += step, ++images)
        sum += zoomed(pixels, factor);
    return imageOf(sum / images);
}

} // namespace likeness
