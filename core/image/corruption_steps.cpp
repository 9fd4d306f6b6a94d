// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/corruption_steps.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace likeness {

cv::Mat floatsOf(const Image& image) {
    cv::Mat bytes(image.height, image.width, CV_8UC3);
    std::copy(image.rgb.begin(), image.rgb.end(), bytes.data);
    cv::Mat pixels;
    bytes.convertTo(pixels, CV_32FC3, 1.0 / 255);
    return pixels;
}

Image imageOf(const cv::Mat& pixels) {
    cv::Mat bytes;
    pixels.convertTo(bytes, CV_8UC3, 255); // clips and rounds
    return {bytes.cols, bytes.rows, {bytes.data, bytes.data + bytes.total() * 3}};
}

cv::Mat blurredAlong(const cv::Mat& pixels, int radius, double sigma, double degrees) {
    const int side = 2 * radius + 1;
    cv::Mat kernel = cv::Mat::zeros(side, side, CV_32F);
    const double angle = degrees * CV_PI / 180;
    for (int step = 0; step <= radius; ++step) {
        const int x = radius + static_cast<int>(std::lround(step * std::cos(angle)));
        const int y = radius - static_cast<int>(std::lround(step * std::sin(angle)));
        kernel.at<float>(y, x) += static_cast<float>(std::exp(-step * step / (2 * sigma * sigma)));
    }
    kernel /= cv::sum(kernel)[0];
    cv::Mat blurred;
    cv::filter2D(pixels, blurred, -1, kernel, {-1, -1}, 0, cv::BORDER_REFLECT_101);
    return blurred;
}

cv::Mat zoomed(const cv::Mat& pixels, double factor) {
    const cv::Mat zoom = cv::getRotationMatrix2D(
        {static_cast<float>(pixels.cols) / 2, static_cast<float>(pixels.rows) / 2}, 0, factor);
    cv::Mat larger;
    cv::warpAffine(pixels, larger, zoom, pixels.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return larger;
}

namespace {

/// One halving of the steps of the diamond-square algorithm on a torus of side x side.
void halveSteps(cv::Mat& heights, int step, double wibble, std::mt19937_64& random) {
    const int side = heights.rows;
    std::uniform_real_distribution<float> push(-static_cast<float>(wibble), static_cast<float>(wibble));
    const auto at = [&](int y, int x) -> float& {
        return heights.at<float>((y + side) % side, (x + side) % side);
    };
    const int half = step / 2;
    for (int y = half; y < side; y += step)
        for (int x = half; x < side; x += step)
            at(y, x) = (at(y - half, x - half) + at(y - half, x + half) + at(y + half, x - half) +
                        at(y + half, x + half)) /
                           4 +
                       push(random);
    for (int y = 0; y < side; y += half)
        for (int x = (y / half % 2 == 0) ? half : 0; x < side; x += step)
            at(y, x) =
                (at(y - half, x) + at(y + half, x) + at(y, x - half) + at(y, x + half)) / 4 + push(random);
}

} // namespace

cv::Mat clouds(cv::Size size, double decay, std::mt19937_64& random) {
    int side = 2;
    while (side < std::max(size.width, size.height))
        side *= 2;
    cv::Mat heights = cv::Mat::zeros(side, side, CV_32F);
    double wibble = 100;
    for (int step = side; step >= 2; step /= 2, wibble /= decay)
        halveSteps(heights, step, wibble, random);
    cv::normalize(heights, heights, 0, 1, cv::NORM_MINMAX);
    return heights(cv::Rect({0, 0}, size)).clone();
}

} // namespace likeness
