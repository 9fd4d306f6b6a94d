// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/layer_probe.h"

#include <array>
#include <opencv2/core.hpp>
#include <opencv2/dnn/shape_utils.hpp>
#include <vector>

namespace likeness {
namespace {

std::vector<cv::Mat> allocate(const std::vector<cv::dnn::MatShape>& shapes) {
    std::vector<cv::Mat> blobs;
    for (const auto& shape : shapes)
        blobs.emplace_back(shape, CV_32F);
    return blobs;
}

/// The first output of a layer run alone.
cv::Mat run(cv::dnn::Layer& layer, const std::vector<cv::Mat>& inputs) {
    std::vector<cv::dnn::MatShape> inputShapes;
    for (const cv::Mat& input : inputs)
        inputShapes.push_back(cv::dnn::shape(input));
    std::vector<cv::dnn::MatShape> outputShapes;
    std::vector<cv::dnn::MatShape> internalShapes;
    layer.getMemoryShapes(inputShapes, 1, outputShapes, internalShapes);
    std::vector<cv::Mat> outputs = allocate(outputShapes);
    std::vector<cv::Mat> internals = allocate(internalShapes);
    layer.finalize(cv::InputArrayOfArrays(inputs), cv::OutputArrayOfArrays(outputs));
    layer.forward(cv::InputArrayOfArrays(inputs), cv::OutputArrayOfArrays(outputs),
                  cv::OutputArrayOfArrays(internals));
    return outputs.at(0);
}

} // namespace

std::optional<Padding> probePadding(cv::dnn::Layer& layer) {
    const std::array one{1, 1, 1, 1};
    const cv::Mat padded = run(layer, {cv::Mat(4, one.data(), CV_32F, cv::Scalar(1))});
    if (padded.dims != 4 || padded.size[0] != 1 || padded.size[1] != 1)
        return std::nullopt;
    const cv::Mat plane(padded.size[2], padded.size[3], CV_32F, const_cast<float*>(padded.ptr<float>()));
    std::optional<cv::Point> place;
    for (int y = 0; y < plane.rows; ++y)
        for (int x = 0; x < plane.cols; ++x) {
            if (plane.at<float>(y, x) == 0.0F)
                continue;
            if (place)
                return std::nullopt;
            place = cv::Point(x, y);
        }
    if (!place)
        return std::nullopt;
    return Padding{{place->y, place->x}, {plane.rows - 1 - place->y, plane.cols - 1 - place->x}};
}

bool probeIsSum(cv::dnn::Layer& layer) {
    const std::array shape{1, 1, 1, 4};
    std::array a{2.0F, 5.0F, -3.0F, 0.5F};
    std::array b{5.0F, 2.0F, 1.0F, 8.0F};
    const cv::Mat result =
        run(layer, {cv::Mat(4, shape.data(), CV_32F, a.data()), cv::Mat(4, shape.data(), CV_32F, b.data())});
    if (result.total() != a.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (result.ptr<float>()[i] != a[i] + b[i])
            return false;
    return true;
}

} // namespace likeness
