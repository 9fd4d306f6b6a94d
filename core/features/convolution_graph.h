// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/model_pack.h"

#include <array>
#include <optional>
#include <vector>

namespace likeness {

/// What happens to a convolution's result before it is stored.
struct PostOperation {
    enum class Kind { AddResidual, Clip } kind = Kind::AddResidual;
    float low = 0.0F; // of Clip
    float high = 0.0F;
};

/// Rows, then columns.
using Extent = std::array<long, 2>;

/// A two-dimensional convolution with all that can be fused into it: padding, bias, activations and a
/// residual sum.
struct Convolution {
    int source = 0;              // tensor
    std::optional<int> residual; // tensor; added where a post-operation says so
    int outputChannels = 0;
    int channelsPerGroup = 0; // of the input
    Extent kernel{};
    Extent stride{};
    Extent dilation{}; // 1 is dense
    Extent padBegin{};
    Extent padEnd{};
    std::vector<float> weights; // outputChannels x channelsPerGroup x kernel
    std::vector<float> bias;    // outputChannels
    std::vector<PostOperation> post;
};

/// A network of nothing but convolutions. Tensor 0 is the input; convolution i makes tensor i + 1 from
/// tensors before it.
struct ConvolutionGraph {
    std::vector<Convolution> convolutions;
    std::vector<int> outputs; // tensors: the stride-16 map, the stride-32 map
};

/// Takes the pack's network apart, with OpenCV's importer. Understands convolutions (grouped ones too), zero
/// padding, ReLU and ReLU6, sums of two tensors and identities. NetworkFailed names the first layer that is
/// none of these, or that can't be fused into a convolution.
Result<ConvolutionGraph> importConvolutionGraph(const ModelPack& pack);

} // namespace likeness
