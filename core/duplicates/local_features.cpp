// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/local_features.h"

#include "core/duplicates/gray_matrix.h"

#include <opencv2/features2d.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace likeness {
namespace {

constexpr int mostKeypoints = 300;
/// Lower than Lowe's .04: flat photos have few spots.
constexpr double contrastThreshold = 0.02;
/// A descriptor has 4 x 4 cells of 8 directions.
constexpr int cells = 4;
constexpr int directions = 8;
static_assert(cells * cells * directions == LocalFeatures::dimensions);

/// L1-normalised and square-rooted: its L2 norm is 1.
void addRoots(const float* sift, std::vector<std::uint8_t>& descriptors) {
    float sum = 0;
    for (int i = 0; i < LocalFeatures::dimensions; ++i)
        sum += sift[i];
    for (int i = 0; i < LocalFeatures::dimensions; ++i) {
        const float root = sum > 0 ? std::sqrt(sift[i] / sum) : 0.0F;
        descriptors.push_back(static_cast<std::uint8_t>(std::lround(std::min(root, 1.0F) * 255.0F)));
    }
}

} // namespace

LocalFeatures localFeatures(const GrayImage& image) {
    if (image.empty())
        return {};
    const auto sift = cv::SIFT::create(mostKeypoints, 3, contrastThreshold);
    std::vector<cv::KeyPoint> found;
    cv::Mat described;
    sift->detectAndCompute(matrixOf(image), cv::noArray(), found, described);
    LocalFeatures features;
    const auto count = std::min<std::size_t>(found.size(), mostKeypoints);
    for (std::size_t i = 0; i < count; ++i) {
        const cv::KeyPoint& point = found[i];
        features.keypoints.push_back(
            {point.pt.x, point.pt.y, point.size, point.angle * std::numbers::pi_v<float> / 180.0F});
        addRoots(described.ptr<float>(static_cast<int>(i)), features.descriptors);
    }
    return features;
}

LocalFeatures mirrored(const LocalFeatures& features, int width) {
    LocalFeatures result;
    for (const Keypoint& point : features.keypoints)
        result.keypoints.push_back({static_cast<float>(width - 1) - point.x, point.y, point.size,
                                    std::numbers::pi_v<float> - point.angle});
    result.descriptors.resize(features.descriptors.size());
    // The cells are laid along the keypoint's angle, which turns round with the photo: rows change places.
    for (std::size_t i = 0; i < features.descriptors.size(); ++i) {
        const std::size_t bin = i % LocalFeatures::dimensions;
        const std::size_t direction = bin % directions;
        const std::size_t column = bin / directions % cells;
        const std::size_t row = bin / (directions * cells);
        const std::size_t moved =
            ((cells - 1 - row) * cells + column) * directions + (directions - direction) % directions;
        result.descriptors[i - bin + moved] = features.descriptors[i];
    }
    return result;
}

} // namespace likeness
