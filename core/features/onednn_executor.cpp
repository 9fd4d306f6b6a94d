// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_executor.h"

#include "core/features/onednn_threads.h"

namespace likeness::onednn {
namespace {

std::span<float> valuesOf(const dnnl::memory& memory) {
    return {static_cast<float*>(memory.get_data_handle()), memory.get_desc().get_size() / sizeof(float)};
}

} // namespace

Executor::Executor(const dnnl::engine& engine, const ConvolutionGraph& graph, Weights& weights,
                   const ProgramOptions& options, int threads)
    : threads_(threads), stream_(engine) {
    const Threads whileBuilding(threads);
    program_ = makeProgram(engine, graph, weights, options);
    const WorkspacePlan plan = planWorkspace(program_.buffers);
    workspace_ = dnnl::memory({{static_cast<dnnl::memory::dim>(plan.bytes)},
                               dnnl::memory::data_type::u8,
                               dnnl::memory::format_tag::x},
                              engine);
    auto* const start = static_cast<std::byte*>(workspace_.get_data_handle());
    for (BoundMemory& bound : program_.bound)
        bound.memory.set_data_handle(start + plan.offsets[bound.buffer]);
}

std::span<float> Executor::input() const {
    return valuesOf(program_.input);
}

void Executor::run() {
    const Threads whileRunning(threads_);
    for (const Step& step : program_.steps)
        step.primitive.execute(stream_, step.arguments);
    stream_.wait();
}

FeatureMap Executor::output(std::size_t number) const {
    const dnnl::memory& memory = program_.outputs.at(number);
    const Dimensions size = dimensionsOf(memory.get_desc());
    const auto values = valuesOf(memory);
    return {static_cast<int>(size[1]),
            static_cast<int>(size[2]),
            static_cast<int>(size[3]),
            {values.begin(), values.end()}};
}

} // namespace likeness::onednn
