// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/difference_map.h"

#include "core/duplicates/gradient_code.h"
#include "core/duplicates/gray_matrix.h"

#include <opencv2/imgproc.hpp>

namespace likeness {
namespace {

/// Grain and the traces of compression are no difference.
constexpr double blurSigma = 1.2;
/// Of full luma; smaller differences are hardly seen.
constexpr float visibleDifference = 0.08F;

/// The map of the best whole fit, else of local features.
std::optional<PlaneMap> fit(const PhotoLook& photo, const PhotoLook& other) {
    std::optional<CopyEvidence> best;
    for (const Orientation orientation : allOrientations) {
        const auto copy = wholeCopy(photo, other, orientation);
        if (copy && (!best || copy->similarity > best->similarity))
            best = copy;
    }
    if (!best)
        best = alignedCopy(photo, other);
    return best ? std::optional(best->map) : std::nullopt;
}

cv::Mat blurred(const cv::Mat& image) {
    cv::Mat real;
    image.convertTo(real, CV_32F);
    cv::GaussianBlur(real, real, {}, blurSigma);
    return real;
}

/// `image` in the brightness and contrast of `model`, as far as a straight line can say, where both are.
cv::Mat evenedOut(const cv::Mat& image, const cv::Mat& model, const cv::Mat& mask) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::Scalar wantedMean;
    cv::Scalar wantedDeviation;
    cv::meanStdDev(image, mean, deviation, mask);
    cv::meanStdDev(model, wantedMean, wantedDeviation, mask);
    const double gain = deviation[0] > 1 ? wantedDeviation[0] / deviation[0] : 1;
    return (image - mean[0]) * gain + wantedMean[0];
}

} // namespace

std::optional<DifferenceMap> differenceMap(const PhotoLook& photo, const PhotoLook& other) {
    const auto map = fit(photo, other);
    if (!map)
        return std::nullopt;
    const cv::Matx23d matrix(map->m.data());
    const cv::Mat from = matrixOf(other.image());
    const cv::Size size(photo.image().width, photo.image().height);
    cv::Mat laid;
    cv::Mat mask;
    cv::warpAffine(from, laid, matrix, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpAffine(cv::Mat(from.size(), CV_8UC1, cv::Scalar(255)), mask, matrix, size, cv::INTER_NEAREST);

    const cv::Mat here = blurred(matrixOf(photo.image()));
    const cv::Mat there = evenedOut(blurred(laid), here, mask);
    constexpr double fullLuma = 255;
    cv::Mat difference = cv::abs(here - there) / fullLuma;
    cv::min(difference, 1.0, difference);
    const cv::Mat visible = (difference > visibleDifference) & mask;

    DifferenceMap result{size.width, size.height, {}, 0};
    const int shared = cv::countNonZero(mask);
    result.differing = shared > 0 ? static_cast<double>(cv::countNonZero(visible)) / shared : 0;
    difference.setTo(DifferenceMap::unknown, mask == 0);
    result.values.assign(difference.begin<float>(), difference.end<float>());
    return result;
}

} // namespace likeness
