// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/convolution_graph.h"
#include "core/features/onednn_api.h"

#include <cstddef>
#include <mutex>
#include <vector>

namespace likeness::onednn {

/// The weights of a graph in the layouts that executors asked for; all executors of a network share them.
/// Thread-safe.
class Weights {
public:
    /// `graph` outlives the weights.
    Weights(dnnl::engine engine, const ConvolutionGraph& graph);

    /// Throws dnnl::error.
    dnnl::memory weights(std::size_t convolution, const Layout& plain, const Layout& wanted);
    dnnl::memory bias(std::size_t convolution, const Layout& layout);

private:
    dnnl::memory converted(std::vector<dnnl::memory>& kept, const std::vector<float>& values,
                           const Layout& plain, const Layout& wanted);

    dnnl::engine engine_;
    const ConvolutionGraph& graph_;
    std::mutex mutex_;
    std::vector<std::vector<dnnl::memory>> weights_; // of each convolution, one for each layout
    std::vector<std::vector<dnnl::memory>> biases_;
};

} // namespace likeness::onednn
