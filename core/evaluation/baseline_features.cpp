// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baseline_features.h"

#include "core/features/preprocessing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

cv::Mat pixelsOf(const Image& image) {
    cv::Mat pixels(image.height, image.width, CV_8UC3);
    std::copy(image.rgb.begin(), image.rgb.end(), pixels.data);
    return pixels;
}

cv::Mat greyOf(const Image& image, int side) {
    cv::Mat grey;
    cv::cvtColor(pixelsOf(resized(image, side, side)), grey, cv::COLOR_RGB2GRAY);
    return grey;
}

/// Square roots of the shares: the dot product is then the Bhattacharyya coefficient.
Descriptor rootsOf(Descriptor histogram) {
    for (float& bin : histogram)
        bin = std::sqrt(bin);
    normalise(histogram);
    return histogram;
}

Descriptor hsvHistogram(const Image& image) {
    constexpr int side = 128;
    constexpr std::size_t shades = 4;
    cv::Mat hsv;
    cv::cvtColor(pixelsOf(resized(image, side, side)), hsv, cv::COLOR_RGB2HSV); // hue 0 to 179
    Descriptor histogram(16 * shades * shades);
    for (int y = 0; y < hsv.rows; ++y)
        for (int x = 0; x < hsv.cols; ++x) {
            const auto pixel = hsv.at<cv::Vec3b>(y, x);
            const auto hue = static_cast<std::size_t>(pixel[0]) * 16 / 180;
            const auto saturation = static_cast<std::size_t>(pixel[1]) * shades / 256;
            const auto value = static_cast<std::size_t>(pixel[2]) * shades / 256;
            histogram[(hue * shades + saturation) * shades + value] += 1;
        }
    return rootsOf(std::move(histogram));
}

/// The number of each pattern of eight neighbours: 58 with at most two changes around the circle, and one for
/// all others.
std::array<std::uint8_t, 256> uniformPatterns() {
    std::array<std::uint8_t, 256> numbers{};
    std::uint8_t next = 0;
    for (unsigned pattern = 0; pattern < numbers.size(); ++pattern) {
        const auto turned = static_cast<std::uint8_t>(pattern << 1U | pattern >> 7U);
        const bool isUniform = std::popcount(pattern ^ turned) <= 2;
        numbers.at(pattern) = isUniform ? next++ : 58;
    }
    return numbers;
}

unsigned patternAt(const cv::Mat& grey, int y, int x) {
    static const std::array<cv::Point, 8> circle{
        {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};
    unsigned pattern = 0;
    for (std::size_t i = 0; i < circle.size(); ++i)
        if (grey.at<std::uint8_t>(y + circle.at(i).y, x + circle.at(i).x) >= grey.at<std::uint8_t>(y, x))
            pattern |= 1U << i;
    return pattern;
}

Descriptor localBinaryPatterns(const Image& image) {
    constexpr int side = 256;
    constexpr std::size_t patterns = 59;
    static const auto numbers = uniformPatterns();
    const cv::Mat grey = greyOf(image, side);
    Descriptor histogram(4 * patterns);
    for (int y = 1; y + 1 < side; ++y)
        for (int x = 1; x + 1 < side; ++x) {
            const std::size_t cell = (y < side / 2 ? 0U : 2U) + (x < side / 2 ? 0U : 1U);
            histogram[cell * patterns + numbers.at(patternAt(grey, y, x))] += 1;
        }
    return rootsOf(std::move(histogram));
}

constexpr int hogSide = 128;
constexpr int hogCell = 16;
constexpr int hogCells = hogSide / hogCell;
constexpr int hogBins = 9;

/// Gradients of each cell by orientation, 0 to 180 degrees, weighted by their length.
Descriptor orientedGradients(const cv::Mat& grey) {
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(grey, dx, CV_32F, 1, 0, 1);
    cv::Sobel(grey, dy, CV_32F, 0, 1, 1);
    cv::Mat length;
    cv::Mat angle;
    cv::cartToPolar(dx, dy, length, angle, true);
    Descriptor cells(static_cast<std::size_t>(hogCells) * hogCells * hogBins);
    for (int y = 0; y < hogSide; ++y)
        for (int x = 0; x < hogSide; ++x) {
            const float degrees = std::fmod(angle.at<float>(y, x), 180.0F);
            const int bin = std::min(hogBins - 1, static_cast<int>(degrees / (180.0F / hogBins)));
            const int cell = y / hogCell * hogCells + x / hogCell;
            cells[static_cast<std::size_t>(cell * hogBins + bin)] += length.at<float>(y, x);
        }
    return cells;
}

Descriptor orientedGradientBlocks(const Image& image) {
    const Descriptor cells = orientedGradients(greyOf(image, hogSide));
    Descriptor feature;
    for (int y = 0; y + 1 < hogCells; ++y)
        for (int x = 0; x + 1 < hogCells; ++x) {
            Descriptor block;
            for (const int cell : {y * hogCells + x, y * hogCells + x + 1, (y + 1) * hogCells + x,
                                   (y + 1) * hogCells + x + 1}) {
                const auto first = cells.begin() + static_cast<std::ptrdiff_t>(cell) * hogBins;
                block.insert(block.end(), first, first + hogBins);
            }
            normalise(block);
            for (float& value : block)
                value = std::min(value, .2F); // no single edge shall speak for its block
            normalise(block);
            feature.insert(feature.end(), block.begin(), block.end());
        }
    normalise(feature);
    return feature;
}

Descriptor perceptualHash(const Image& image) {
    constexpr int side = 32;
    constexpr int lowest = 8;
    cv::Mat values;
    greyOf(image, side).convertTo(values, CV_32F);
    cv::Mat frequencies;
    cv::dct(values, frequencies);
    Descriptor low;
    for (int y = 0; y < lowest; ++y)
        for (int x = 0; x < lowest; ++x)
            low.push_back(frequencies.at<float>(y, x));
    Descriptor sorted = low;
    const auto middle = sorted.begin() + std::ssize(sorted) / 2;
    std::ranges::nth_element(sorted, middle);
    const float median = *middle;
    for (float& value : low)
        value = value > median ? 1.0F : -1.0F;
    normalise(low);
    return low;
}

} // namespace

std::string_view baselineName(Baseline baseline) {
    switch (baseline) {
    case Baseline::HsvHistogram:
        return "hsv";
    case Baseline::Lbp:
        return "lbp";
    case Baseline::Hog:
        return "hog";
    case Baseline::PHash:
        return "phash";
    }
    return {};
}

Descriptor baselineFeature(Baseline baseline, const Image& image) {
    switch (baseline) {
    case Baseline::HsvHistogram:
        return hsvHistogram(image);
    case Baseline::Lbp:
        return localBinaryPatterns(image);
    case Baseline::Hog:
        return orientedGradientBlocks(image);
    case Baseline::PHash:
        return perceptualHash(image);
    }
    return {};
}

} // namespace likeness
