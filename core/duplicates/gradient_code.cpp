// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/gradient_code.h"

#include "core/duplicates/gray_matrix.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

/// Columns that are compared with the next one, and rows, of a gradient code.
constexpr int gradients = 16;
static_assert(gradients * gradients == gradientCodeBits);

} // namespace

Miniature::Miniature(const GrayImage& image) {
    if (image.empty())
        return;
    const GrayImage small = resized(image, side, side);
    std::ranges::copy(small.pixels, cells_.begin());
}

Miniature Miniature::laid(Orientation orientation) const {
    const bool mirrored = orientation.mirror == Orientation::Mirror::Yes;
    Miniature result;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            int toX = mirrored ? side - 1 - x : x;
            int toY = y;
            for (int turn = 0; turn < orientation.quarterTurns; ++turn) {
                const int turnedX = side - 1 - toY;
                toY = toX;
                toX = turnedX;
            }
            result.cells_[static_cast<std::size_t>(toY * side + toX)] =
                cells_[static_cast<std::size_t>(y * side + x)];
        }
    return result;
}

HashCode Miniature::gradientCode() const {
    const cv::Mat cells(side, side, CV_8UC1, const_cast<std::uint8_t*>(cells_.data()));
    cv::Mat real;
    cells.convertTo(real, CV_32F);
    cv::Mat small;
    cv::resize(real, small, {gradients + 1, gradients}, 0, 0, cv::INTER_AREA);
    std::array<float, gradientCodeBits> rises{};
    for (int y = 0; y < gradients; ++y)
        for (int x = 0; x < gradients; ++x)
            rises[static_cast<std::size_t>(y * gradients + x)] =
                small.at<float>(y, x + 1) - small.at<float>(y, x);
    return HashCode::fromSigns(rises);
}

double Miniature::correlation(const Miniature& other) const {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double a = cells_[i];
        const double b = other.cells_[i];
        sumA += a;
        sumB += b;
        squaresA += a * a;
        squaresB += b * b;
        products += a * b;
    }
    const auto count = static_cast<double>(cells_.size());
    const double varianceA = squaresA - sumA * sumA / count;
    const double varianceB = squaresB - sumB * sumB / count;
    const double scale = std::sqrt(varianceA * varianceB);
    return scale > 1e-6 ? (products - sumA * sumB / count) / scale : 0.0;
}

} // namespace likeness
