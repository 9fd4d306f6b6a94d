// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/convolution_graph.h"

#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/features/layer_probe.h"

#include <limits>
#include <map>
#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>
#include <opencv2/dnn/all_layers.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace likeness {
namespace {

/// Stays in this file: importConvolutionGraph() makes an Error of it.
struct NotUnderstood : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::vector<float> floatsOf(const cv::Mat& blob) {
    if (blob.type() != CV_32F || !blob.isContinuous())
        throw NotUnderstood("weights that are not 32-bit floats");
    const auto* const values = blob.ptr<float>();
    return {values, values + blob.total()};
}

Extent extent(const std::vector<std::size_t>& values) {
    return {static_cast<long>(values.at(0)), static_cast<long>(values.at(1))};
}

Extent operator+(const Extent& a, const Extent& b) {
    return {a[0] + b[0], a[1] + b[1]};
}

class Importer {
public:
    explicit Importer(cv::dnn::Net& network) : network_(network) {}

    ConvolutionGraph import(const std::vector<std::string>& outputs) {
        std::vector<int> outputIds;
        for (const std::string& name : outputs) {
            outputIds.push_back(network_.getLayerId(name));
            if (outputIds.back() < 0)
                throw NotUnderstood("output " + name + " not found");
            ++uses_[outputIds.back()];
        }
        collect(outputIds);
        for (const int id : needed_) // ascending, which is topological
            add(id);
        for (const int id : outputIds)
            graph_.outputs.push_back(plainTensor(id));
        return std::move(graph_);
    }

private:
    /// What a layer's output is: a tensor of the graph, perhaps with zeros around it.
    struct Value {
        int tensor = 0;
        std::optional<std::size_t> producer; // the convolution, while more can be fused into it
        Padding padding;
    };

    /// Finds all layers that the outputs depend on.
    void collect(std::vector<int> todo) {
        while (!todo.empty()) {
            const int id = todo.back();
            todo.pop_back();
            if (id == 0 || !needed_.insert(id).second)
                continue;
            for (const auto& input : network_.getLayerInputs(id)) {
                const int inputId = network_.getLayerId(input->name);
                if (inputId >= id)
                    throw NotUnderstood("layers out of order");
                inputs_[id].push_back(inputId);
                ++uses_[inputId];
                todo.push_back(inputId);
            }
        }
    }

    void add(int id) {
        const auto layer = network_.getLayer(id);
        if (inputs_[id].empty())
            throw NotUnderstood("layer " + layer->name + " has no input");
        if (layer->type == "Padding")
            addPadding(id, *layer);
        else if (layer->type == "Convolution")
            addConvolution(id, layer.dynamicCast<cv::dnn::BaseConvolutionLayer>());
        else if (layer->type == "ReLU6" || layer->type == "ReLU")
            addClip(id, layer);
        else if (layer->type == "Eltwise")
            addSum(id, *layer);
        else if (layer->type == "Identity")
            values_[id] = {plainTensor(inputs_[id][0]), open(inputs_[id][0]), {}};
        else
            throw NotUnderstood("layer " + layer->name + " of type " + layer->type);
    }

    void addPadding(int id, cv::dnn::Layer& layer) {
        const auto padding = probePadding(layer);
        if (!padding)
            throw NotUnderstood("padding " + layer.name + " with something else than zeros");
        Value value = values_.at(inputs_[id][0]);
        value.producer.reset();
        value.padding = {value.padding.begin + padding->begin, value.padding.end + padding->end};
        values_[id] = value;
    }

    void addConvolution(int id, const cv::Ptr<cv::dnn::BaseConvolutionLayer>& layer) {
        const bool known = layer && inputs_[id].size() == 1 && layer->kernel_size.size() == 2 &&
                           layer->padMode.empty() && !layer->blobs.empty() && layer->blobs[0].dims == 4;
        if (!known)
            throw NotUnderstood("a convolution that is not two-dimensional with fixed weights");
        const Value& input = values_.at(inputs_[id][0]);
        const cv::Mat& weights = layer->blobs[0];
        Convolution made;
        made.source = input.tensor;
        made.outputChannels = weights.size[0];
        made.channelsPerGroup = weights.size[1];
        made.kernel = {weights.size[2], weights.size[3]};
        made.stride = extent(layer->strides);
        made.dilation = extent(layer->dilations);
        made.padBegin = extent(layer->pads_begin) + input.padding.begin;
        made.padEnd = extent(layer->pads_end) + input.padding.end;
        made.weights = floatsOf(weights);
        made.bias.resize(static_cast<std::size_t>(made.outputChannels));
        if (layer->blobs.size() > 1)
            made.bias = floatsOf(layer->blobs[1]);
        graph_.convolutions.push_back(std::move(made));
        values_[id] = {static_cast<int>(graph_.convolutions.size()), graph_.convolutions.size() - 1, {}};
    }

    void addClip(int id, const cv::Ptr<cv::dnn::Layer>& layer) {
        PostOperation clip{PostOperation::Kind::Clip, 0.0F, std::numeric_limits<float>::infinity()};
        if (const auto relu6 = layer.dynamicCast<cv::dnn::ReLU6Layer>()) {
            clip.low = relu6->minValue;
            clip.high = relu6->maxValue;
        } else if (const auto relu = layer.dynamicCast<cv::dnn::ReLULayer>();
                   !relu || relu->negativeSlope != 0) {
            throw NotUnderstood("activation " + layer->name);
        }
        const auto producer = open(inputs_[id][0]);
        if (!producer)
            throw NotUnderstood("activation " + layer->name + " of something else than a convolution");
        graph_.convolutions[*producer].post.push_back(clip);
        values_[id] = values_.at(inputs_[id][0]);
    }

    /// The convolution that is computed last adds the other operand.
    void addSum(int id, cv::dnn::Layer& layer) {
        const std::vector<int>& inputs = inputs_[id];
        if (inputs.size() != 2 || !probeIsSum(layer))
            throw NotUnderstood("layer " + layer.name + " that is no sum of two");
        const bool firstIsLast = open(inputs[0]) > open(inputs[1]);
        const auto producer = open(inputs[firstIsLast ? 0 : 1]);
        const int other = plainTensor(inputs[firstIsLast ? 1 : 0]);
        if (!producer || other < 1 || other > static_cast<int>(*producer) ||
            graph_.convolutions[*producer].residual)
            throw NotUnderstood("sum " + layer.name + " that no convolution can take");
        graph_.convolutions[*producer].residual = other;
        graph_.convolutions[*producer].post.push_back({PostOperation::Kind::AddResidual});
        values_[id] = {static_cast<int>(*producer) + 1, producer, {}};
    }

    /// The convolution that makes a layer's output, where nobody else needs it as it is now.
    std::optional<std::size_t> open(int id) const {
        return uses_.at(id) == 1 && values_.at(id).padding == Padding{} ? values_.at(id).producer
                                                                        : std::nullopt;
    }

    int plainTensor(int id) const {
        if (values_.at(id).padding != Padding{})
            throw NotUnderstood("padding in front of something else than a convolution");
        return values_.at(id).tensor;
    }

    cv::dnn::Net& network_;
    std::set<int> needed_;
    std::map<int, std::vector<int>> inputs_;
    std::map<int, int> uses_;
    std::map<int, Value> values_{{0, Value{}}};
    ConvolutionGraph graph_;
};

ConvolutionGraph import(const Bytes& onnx, const ModelPack& pack) {
    auto network = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx.data()), onnx.size());
    const std::array shape{1, 3, pack.input.height, pack.input.width};
    network.setInput(cv::Mat::zeros(4, shape.data(), CV_32F), pack.input.name); // throws at another name
    return Importer(network).import({pack.stride16.name, pack.stride32.name});
}

} // namespace

Result<ConvolutionGraph> importConvolutionGraph(const ModelPack& pack) {
    const auto bytes = readFile(pack.networkFile);
    if (!bytes)
        return makeError(ErrorCode::NetworkFailed, {pathText(pack.networkFile), bytes.error().text});
    try {
        return import(*bytes, pack);
    } catch (const std::exception& error) {
        return makeError(ErrorCode::NetworkFailed, {pathText(pack.networkFile), error.what()});
    }
}

} // namespace likeness
