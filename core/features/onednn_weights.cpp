// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_weights.h"

#include <utility>

namespace likeness::onednn {

Weights::Weights(dnnl::engine engine, const ConvolutionGraph& graph)
    : engine_(std::move(engine)),
      graph_(graph),
      weights_(graph.convolutions.size()),
      biases_(graph.convolutions.size()) {}

dnnl::memory Weights::weights(std::size_t convolution, const Layout& plain, const Layout& wanted) {
    return converted(weights_[convolution], graph_.convolutions[convolution].weights, plain, wanted);
}

dnnl::memory Weights::bias(std::size_t convolution, const Layout& layout) {
    return converted(biases_[convolution], graph_.convolutions[convolution].bias, layout, layout);
}

dnnl::memory Weights::converted(std::vector<dnnl::memory>& kept, const std::vector<float>& values,
                                const Layout& plain, const Layout& wanted) {
    const std::lock_guard lock(mutex_);
    for (const dnnl::memory& memory : kept)
        if (memory.get_desc() == wanted)
            return memory;
    // oneDNN only reads the source of a reorder.
    dnnl::memory from(plain, engine_, const_cast<float*>(values.data()));
    dnnl::memory to(wanted, engine_);
    dnnl::stream stream(engine_);
    dnnl::reorder(from, to).execute(stream, from, to);
    stream.wait();
    kept.push_back(to);
    return to;
}

} // namespace likeness::onednn
