// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/pixel_agreement.h"

#include "core/duplicates/gray_matrix.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

/// Blocks along the longer side of the reference.
constexpr int blocksAlong = 16;
constexpr int smallestBlock = 6;
/// Noise is blurred away before pixels are compared.
constexpr double blurSigma = 2.0;
/// Standard deviation of luma under which a block shows nothing, in both photos.
constexpr double flatContrast = 3.0;
constexpr double agreeingCorrelation = 0.7;
/// What stands for the noise that the blur leaves, in the product of two deviations.
constexpr double noiseFloor = 1.0;

enum class Block { Uncovered, Flat, Agrees, Differs };

Block compare(const cv::Mat& a, const cv::Mat& b, const cv::Mat& mask) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int y = 0; y < a.rows; ++y) {
        const auto* rowA = a.ptr<float>(y);
        const auto* rowB = b.ptr<float>(y);
        const auto* rowMask = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < a.cols; ++x) {
            if (rowMask[x] == 0)
                return Block::Uncovered;
            const double valueA = static_cast<double>(rowA[x]);
            const double valueB = static_cast<double>(rowB[x]);
            sumA += valueA;
            sumB += valueB;
            squaresA += valueA * valueA;
            squaresB += valueB * valueB;
            products += valueA * valueB;
        }
    }
    const double count = static_cast<double>(a.rows) * a.cols;
    const double deviationA = std::sqrt(std::max(0.0, squaresA / count - sumA * sumA / count / count));
    const double deviationB = std::sqrt(std::max(0.0, squaresB / count - sumB * sumB / count / count));
    if (deviationA < flatContrast && deviationB < flatContrast)
        return Block::Flat;
    const double covariance = products / count - sumA * sumB / count / count;
    return covariance / (deviationA * deviationB + noiseFloor) > agreeingCorrelation ? Block::Agrees
                                                                                     : Block::Differs;
}

cv::Mat blurred(const cv::Mat& image) {
    cv::Mat real;
    image.convertTo(real, CV_32F);
    cv::Mat result;
    cv::GaussianBlur(real, result, {}, blurSigma);
    return result;
}

} // namespace

PixelAgreement pixelAgreement(const GrayImage& reference, const GrayImage& other, const PlaneMap& map) {
    const cv::Mat from = matrixOf(other);
    const cv::Matx23d matrix(map.m.data());
    const cv::Size size(reference.width, reference.height);
    cv::Mat laid;
    cv::warpAffine(from, laid, matrix, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat mask;
    cv::warpAffine(cv::Mat(from.size(), CV_8UC1, cv::Scalar(255)), mask, matrix, size, cv::INTER_NEAREST);
    const cv::Mat a = blurred(matrixOf(reference));
    const cv::Mat b = blurred(laid);

    const int side = std::max(smallestBlock, std::max(size.width, size.height) / blocksAlong);
    PixelAgreement result;
    int agreeing = 0;
    for (int y = 0; y + side <= size.height; y += side)
        for (int x = 0; x + side <= size.width; x += side) {
            const cv::Rect place(x, y, side, side);
            const Block block = compare(a(place), b(place), mask(place));
            result.blocks += block == Block::Agrees || block == Block::Differs ? 1 : 0;
            agreeing += block == Block::Agrees ? 1 : 0;
        }
    result.share = result.blocks > 0 ? static_cast<double>(agreeing) / result.blocks : 0.0;
    result.covered = static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
    return result;
}

} // namespace likeness
