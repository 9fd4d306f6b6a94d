// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_program.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

namespace likeness::onednn {
namespace {

using DataType = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

constexpr int never = -1;
constexpr int afterTheLastStep = std::numeric_limits<int>::max();

/// What oneDNN is to keep activations in. With AVX-512 its kernels for blocks of 16 channels are faster than
/// those for channels last, which it would choose by itself; docs/benchmarks.md has the figures.
Tag activationTag() {
    const auto wide = static_cast<unsigned>(dnnl::cpu_isa::avx512_core);
    return (static_cast<unsigned>(dnnl::get_effective_cpu_isa()) & wide) == wide ? Tag::nChw16c : Tag::any;
}

Dimensions dimensions(const Extent& extent) {
    return {extent[0], extent[1]};
}

/// oneDNN calls dense what others call a dilation of 1.
Dimensions gaps(const Extent& dilation) {
    return {dilation[0] - 1, dilation[1] - 1};
}

Dimensions resultDimensions(const Convolution& convolution, const Dimensions& source) {
    Dimensions result{source[0], convolution.outputChannels};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const long reach = convolution.dilation[axis] * (convolution.kernel[axis] - 1) + 1;
        const long room = source[2 + axis] + convolution.padBegin[axis] + convolution.padEnd[axis] - reach;
        result.push_back(room / convolution.stride[axis] + 1);
    }
    return result;
}

/// Groups come first where there is more than one.
Dimensions weightDimensions(const Convolution& convolution, const Dimensions& source) {
    const long groups = source[1] / convolution.channelsPerGroup;
    if (groups * convolution.channelsPerGroup != source[1] || convolution.outputChannels % groups != 0)
        throw std::runtime_error("channels that don't fit together");
    Dimensions weights{convolution.outputChannels / groups, convolution.channelsPerGroup,
                       convolution.kernel[0], convolution.kernel[1]};
    if (groups > 1)
        weights.insert(weights.begin(), groups);
    return weights;
}

/// Scratch memory comes out of the workspace instead of being allocated in each pass.
dnnl::primitive_attr attributes(const std::vector<PostOperation>& operations = {}) {
    dnnl::post_ops chain;
    for (const PostOperation& operation : operations) {
        if (operation.kind == PostOperation::Kind::AddResidual)
            chain.append_sum(1.0F);
        else if (operation.low == 0.0F && std::isinf(operation.high))
            appendRelu(chain);
        else
            appendClip(chain, operation.low, operation.high);
    }
    dnnl::primitive_attr result;
    result.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    result.set_post_ops(chain);
    return result;
}

class Builder {
public:
    Builder(const dnnl::engine& engine, const ConvolutionGraph& graph, Weights& weights,
            const ProgramOptions& options)
        : engine_(engine),
          graph_(graph),
          weights_(weights),
          type_(options.precision == Precision::Bf16 ? DataType::bf16 : DataType::f32),
          activations_(activationTag()),
          tensors_(graph.convolutions.size() + 1) {
        program_.buffers.push_back({0, 0, afterTheLastStep}); // scratch memory of all steps
        program_.outputs.resize(graph.outputs.size());
        findLastReads();
        Tensor& input = tensors_[0];
        input.layout = Layout(options.input, DataType::f32, Tag::nchw);
        input.buffer = newBuffer(input.layout);
        program_.input = bind(input.layout, input.buffer);
    }

    Program build() {
        for (std::size_t i = 0; i < graph_.convolutions.size(); ++i) {
            addConvolution(i);
            addOutputsFrom(i + 1);
        }
        for (const dnnl::memory& output : program_.outputs)
            if (!output)
                throw std::runtime_error("an output that is the input");
        return std::move(program_);
    }

private:
    struct Tensor {
        Layout layout;
        std::size_t buffer = 0;
        int lastRead = never; // by which convolution
    };

    void findLastReads() {
        for (std::size_t i = 0; i < graph_.convolutions.size(); ++i) {
            const Convolution& convolution = graph_.convolutions[i];
            tensors_[static_cast<std::size_t>(convolution.source)].lastRead = static_cast<int>(i);
            if (convolution.residual)
                tensors_[static_cast<std::size_t>(*convolution.residual)].lastRead = static_cast<int>(i);
        }
    }

    void addConvolution(std::size_t i) {
        const Convolution& convolution = graph_.convolutions[i];
        const Tensor& source = tensors_[static_cast<std::size_t>(convolution.source)];
        const Dimensions sourceSize = dimensionsOf(source.layout);
        const Dimensions weightSize = weightDimensions(convolution, sourceSize);
        const Layout bias({convolution.outputChannels}, DataType::f32, Tag::x);
        const ConvolutionPlan plan =
            planConvolution(engine_,
                            {Layout(sourceSize, type_, convolution.source == 0 ? Tag::any : activations_),
                             Layout(weightSize, type_, Tag::any), bias,
                             resultLayout(i, resultDimensions(convolution, sourceSize))},
                            {dimensions(convolution.stride), gaps(convolution.dilation),
                             dimensions(convolution.padBegin), dimensions(convolution.padEnd)},
                            attributes(convolution.post));
        const std::size_t from = inLayout(source, plan.src_desc());
        Tensor& result = tensors_[i + 1];
        result.layout = plan.dst_desc();
        result.buffer = convolution.residual
                            ? tensors_[static_cast<std::size_t>(*convolution.residual)].buffer
                            : newBuffer(result.layout);
        const Layout plainWeights(weightSize, DataType::f32, weightSize.size() == 5 ? Tag::goihw : Tag::oihw);
        addStep(dnnl::convolution_forward(plan), plan.scratchpad_desc(),
                {{DNNL_ARG_SRC, use(plan.src_desc(), from)},
                 {DNNL_ARG_WEIGHTS, weights_.weights(i, plainWeights, plan.weights_desc())},
                 {DNNL_ARG_BIAS, weights_.bias(i, bias)},
                 {DNNL_ARG_DST, use(result.layout, result.buffer)}});
    }

    /// What only leaves the network is kept in full precision.
    Layout resultLayout(std::size_t i, const Dimensions& size) const {
        const Convolution& convolution = graph_.convolutions[i];
        if (!convolution.residual)
            return {size, tensors_[i + 1].lastRead == never ? DataType::f32 : type_, activations_};
        const Tensor& operand = tensors_[static_cast<std::size_t>(*convolution.residual)];
        if (operand.lastRead != static_cast<int>(i) || convolution.source == *convolution.residual ||
            dimensionsOf(operand.layout) != size)
            throw std::runtime_error("a sum with an operand that is needed later");
        return operand.layout;
    }

    /// The buffer that holds the tensor in that layout, after a reorder where it has another.
    std::size_t inLayout(const Tensor& tensor, const Layout& wanted) {
        if (tensor.layout == wanted)
            return tensor.buffer;
        const std::size_t buffer = newBuffer(wanted);
        addReorder(tensor, wanted, buffer);
        return buffer;
    }

    /// At once, as a later sum may work in the tensor's place.
    void addOutputsFrom(std::size_t tensor) {
        for (std::size_t k = 0; k < graph_.outputs.size(); ++k) {
            if (graph_.outputs[k] != static_cast<int>(tensor))
                continue;
            const Layout plain(dimensionsOf(tensors_[tensor].layout), DataType::f32, Tag::nchw);
            const std::size_t buffer = newBuffer(plain);
            addReorder(tensors_[tensor], plain, buffer);
            program_.outputs[k] = bind(plain, buffer);
            program_.buffers[buffer].lastStep = afterTheLastStep;
        }
    }

    void addReorder(const Tensor& from, const Layout& to, std::size_t buffer) {
        const dnnl::reorder::primitive_desc plan(engine_, from.layout, engine_, to, attributes());
        addStep(dnnl::reorder(plan), plan.scratchpad_desc(),
                {{DNNL_ARG_FROM, use(from.layout, from.buffer)}, {DNNL_ARG_TO, use(to, buffer)}});
    }

    void addStep(dnnl::primitive primitive, const Layout& scratch,
                 std::unordered_map<int, dnnl::memory> arguments) {
        program_.buffers[0].bytes = std::max(program_.buffers[0].bytes, scratch.get_size());
        arguments.emplace(DNNL_ARG_SCRATCHPAD, bind(scratch, 0));
        program_.steps.push_back({std::move(primitive), std::move(arguments)});
    }

    std::size_t newBuffer(const Layout& layout) {
        program_.buffers.push_back({layout.get_size(), afterTheLastStep, 0});
        return program_.buffers.size() - 1;
    }

    dnnl::memory bind(const Layout& layout, std::size_t buffer) {
        dnnl::memory memory(layout, engine_, nullptr);
        program_.bound.push_back({memory, buffer});
        return memory;
    }

    /// For the step that is about to be added.
    dnnl::memory use(const Layout& layout, std::size_t buffer) {
        WorkspaceBuffer& used = program_.buffers[buffer];
        const int step = static_cast<int>(program_.steps.size());
        used.firstStep = std::min(used.firstStep, step);
        used.lastStep = std::max(used.lastStep, step);
        return bind(layout, buffer);
    }

    const dnnl::engine& engine_;
    const ConvolutionGraph& graph_;
    Weights& weights_;
    DataType type_;
    Tag activations_;
    std::vector<Tensor> tensors_;
    Program program_;
};

} // namespace

Program makeProgram(const dnnl::engine& engine, const ConvolutionGraph& graph, Weights& weights,
                    const ProgramOptions& options) {
    return Builder(engine, graph, weights, options).build();
}

} // namespace likeness::onednn
