// SPDX-License-Identifier: GPL-3.0-or-later
// Weather of ImageNet-C.
#include "core/image/corruption_steps.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

cv::Mat grey(const cv::Mat& pixels) {
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

cv::Mat inThreeChannels(const cv::Mat& values) {
    cv::Mat three;
    cv::merge(std::vector<cv::Mat>{values, values, values}, three);
    return three;
}

cv::Mat clipped(const cv::Mat& pixels) {
    cv::Mat result = cv::min(pixels, 1.0);
    return cv::max(result, 0.0);
}

struct Snowfall {
    double mean, deviation, zoom, threshold;
    int radius;
    double sigma, kept;
};

cv::Mat flakes(cv::Size size, const Snowfall& fall, std::mt19937_64& random) {
    std::normal_distribution<float> density(static_cast<float>(fall.mean),
                                            static_cast<float>(fall.deviation));
    cv::Mat layer(size, CV_32F);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            layer.at<float>(y, x) = density(random);
    layer = zoomed(layer, fall.zoom);
    cv::threshold(layer, layer, fall.threshold, 0, cv::THRESH_TOZERO);
    const double degrees = std::uniform_real_distribution<double>(-135, -45)(random);
    return blurredAlong(clipped(layer), fall.radius, fall.sigma, degrees);
}

/// Ice crystals by code: needles that grow from the edges, on clouds that are thickest there.
cv::Mat ice(cv::Size size, std::mt19937_64& random) {
    cv::Mat layer = clouds(size, 1.6, random);
    std::uniform_real_distribution<double> chance(0, 1);
    const int needles = size.width * size.height / 120;
    cv::Mat lines = cv::Mat::zeros(size, CV_32F);
    for (int i = 0; i < needles; ++i) {
        const cv::Point start(static_cast<int>(chance(random) * size.width),
                              static_cast<int>(chance(random) * size.height));
        const double angle = std::floor(chance(random) * 6) * CV_PI / 3 + (chance(random) - .5) * .5;
        const double length = 4 + 18 * chance(random);
        const cv::Point end(start.x + static_cast<int>(length * std::cos(angle)),
                            start.y + static_cast<int>(length * std::sin(angle)));
        cv::line(lines, start, end, .3 + .7 * chance(random), 1, cv::LINE_8);
    }
    cv::GaussianBlur(lines, lines, {}, .7);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double dx = std::abs(2.0 * x / size.width - 1);
            const double dy = std::abs(2.0 * y / size.height - 1);
            const auto edge = static_cast<float>(.35 + .65 * std::pow(std::max(dx, dy), 2));
            layer.at<float>(y, x) = (.55F * layer.at<float>(y, x) + .8F * lines.at<float>(y, x)) * edge;
        }
    return clipped(layer);
}

} // namespace

Image snow(const Image& image, int severity, std::uint64_t seed) {
    const Snowfall fall =
        strength({Snowfall{.1, .3, 3, .5, 10, 4, .8}, Snowfall{.2, .3, 2, .5, 12, 4, .7},
                  Snowfall{.55, .3, 4, .9, 12, 8, .7}, Snowfall{.55, .3, 4.5, .85, 12, 8, .65},
                  Snowfall{.55, .3, 2.5, .85, 12, 12, .55}},
                 severity);
    std::mt19937_64 random(seed);
    const cv::Mat pixels = floatsOf(image);
    const cv::Mat layer = flakes(pixels.size(), fall, random);
    cv::Mat turned;
    cv::rotate(layer, turned, cv::ROTATE_180);
    const cv::Mat bleak = cv::max(pixels, inThreeChannels(grey(pixels) * 1.5 + .5));
    const cv::Mat wintry = fall.kept * pixels + (1 - fall.kept) * bleak;
    return imageOf(wintry + inThreeChannels(layer + turned));
}

Image frost(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const cv::Mat pixels = floatsOf(image);
    const double kept = strength({1.0, .8, .7, .65, .6}, severity);
    const double frozen = strength({.4, .6, .7, .7, .75}, severity);
    return imageOf(kept * pixels + frozen * inThreeChannels(ice(pixels.size(), random)));
}

Image fog(const Image& image, int severity, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const cv::Mat pixels = floatsOf(image);
    const double density = strength({1.5, 2.0, 2.5, 2.5, 3.0}, severity);
    const double decay = strength({2.0, 2.0, 1.7, 1.5, 1.4}, severity);
    double most = 0;
    cv::minMaxLoc(pixels.reshape(1), nullptr, &most);
    const cv::Mat layer = inThreeChannels(clouds(pixels.size(), decay, random));
    return imageOf((pixels + density * layer) * (most / (most + density)));
}

Image brightness(const Image& image, int severity, std::uint64_t) {
    cv::Mat hsv;
    cv::cvtColor(floatsOf(image), hsv, cv::COLOR_RGB2HSV);
    std::vector<cv::Mat> channels;
    cv::split(hsv, channels);
    channels[2] = clipped(channels[2] + strength({.1, .2, .3, .4, .5}, severity));
    cv::merge(channels, hsv);
    cv::Mat pixels;
    cv::cvtColor(hsv, pixels, cv::COLOR_HSV2RGB);
    return imageOf(pixels);
}

} // namespace likeness
