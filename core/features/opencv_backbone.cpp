// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/opencv_backbone.h"

#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/features/preprocessing.h"

#include <array>
#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>
#include <optional>
#include <string>
#include <utility>

namespace likeness {
namespace {

std::string shapeText(const cv::Mat& blob) {
    std::string text;
    for (int i = 0; i < blob.dims; ++i)
        text += (i == 0 ? "" : " x ") + std::to_string(blob.size[i]);
    return text;
}

std::string shapeText(const MapSpec& spec) {
    return "1 x " + std::to_string(spec.channels) + " x " + std::to_string(spec.height) + " x " +
           std::to_string(spec.width);
}

/// What the manifest calls an output that the network hasn't; empty where it has both. OpenCV's own error
/// doesn't name it.
std::string missingOutput(const cv::dnn::Net& network, const ModelPack& pack) {
    for (const auto& [entry, map] :
         {std::pair("stride16", &pack.stride16), std::pair("stride32", &pack.stride32)})
        if (network.getLayerId(map->name) < 0)
            return "it has no output \"" + map->name + "\", which entry /outputs/" + entry +
                   "/name of the manifest names";
    return {};
}

void setEngine(cv::dnn::Net& network, Engine engine) {
    const bool cuda = engine == Engine::Cuda;
    network.setPreferableBackend(cuda ? cv::dnn::DNN_BACKEND_CUDA : cv::dnn::DNN_BACKEND_OPENCV);
    const auto onThisMachine =
        engine == Engine::OpenCl ? cv::dnn::DNN_TARGET_OPENCL : cv::dnn::DNN_TARGET_CPU;
    network.setPreferableTarget(cuda ? cv::dnn::DNN_TARGET_CUDA : onThisMachine);
}

class OpenCvBackbone final : public Backbone {
public:
    OpenCvBackbone(ModelPack pack, const cv::dnn::Net& network) : pack_(std::move(pack)), network_(network) {}

    Result<FeatureMaps> run(const Image& image) override {
        if (image.empty())
            return failure("the photo has no pixels");
        std::vector<cv::Mat> outputs;
        try {
            outputs = forward(image);
        } catch (const std::exception& error) {
            return failure(error.what());
        }
        auto stride16 = toMap(outputs[0], pack_.stride16);
        auto stride32 = toMap(outputs[1], pack_.stride32);
        if (!stride16)
            return stride16.error();
        if (!stride32)
            return stride32.error();
        return FeatureMaps{*std::move(stride16), *std::move(stride32)};
    }

private:
    /// Both outputs of one pass.
    std::vector<cv::Mat> forward(const Image& image) {
        std::vector<float> pixels = networkInput(image, pack_.input);
        const std::array shape{1, 3, pack_.input.height, pack_.input.width};
        network_.setInput(cv::Mat(static_cast<int>(shape.size()), shape.data(), CV_32F, pixels.data()),
                          pack_.input.name);
        std::vector<cv::Mat> outputs;
        network_.forward(outputs, {pack_.stride16.name, pack_.stride32.name});
        return outputs;
    }

    Result<FeatureMap> toMap(const cv::Mat& blob, const MapSpec& spec) const {
        const bool fits = blob.type() == CV_32F && blob.dims == 4 && blob.isContinuous() &&
                          blob.size[0] == 1 && blob.size[1] == spec.channels && blob.size[2] == spec.height &&
                          blob.size[3] == spec.width;
        if (!fits)
            return failure("output " + spec.name + " is " + shapeText(blob) + ", the manifest says " +
                           shapeText(spec));
        const auto* const values = blob.ptr<float>();
        return FeatureMap{spec.channels, spec.height, spec.width, {values, values + blob.total()}};
    }

    Error failure(std::string reason) const {
        return makeError(ErrorCode::NetworkFailed, {pathText(pack_.networkFile), std::move(reason)});
    }

    const ModelPack pack_;
    cv::dnn::Net network_;
};

} // namespace

Result<std::unique_ptr<Backbone>> openOpenCvBackbone(const ModelPack& pack, Engine engine) {
    const auto bytes = readFile(pack.networkFile);
    if (!bytes)
        return makeError(ErrorCode::NetworkFailed, {pathText(pack.networkFile), bytes.error().text});
    try {
        auto network = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        if (std::string missing = missingOutput(network, pack); !missing.empty())
            return makeError(ErrorCode::NetworkFailed, {pathText(pack.networkFile), std::move(missing)});
        setEngine(network, engine);
        return std::unique_ptr<Backbone>(std::make_unique<OpenCvBackbone>(pack, network));
    } catch (const std::exception& error) {
        return makeError(ErrorCode::NetworkFailed, {pathText(pack.networkFile), error.what()});
    }
}

} // namespace likeness
