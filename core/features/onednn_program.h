// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/convolution_graph.h"
#include "core/features/onednn_api.h"
#include "core/features/onednn_weights.h"
#include "core/features/workspace_plan.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace likeness::onednn {

struct ProgramOptions {
    Dimensions input; // 1 x channels x height x width
    Precision precision = Precision::F32;
};

struct Step {
    dnnl::primitive primitive;
    std::unordered_map<int, dnnl::memory> arguments;
};

/// A memory object that lies in a buffer of the workspace.
struct BoundMemory {
    dnnl::memory memory;
    std::size_t buffer = 0;
};

/// A graph as oneDNN primitives, in the layouts that oneDNN likes best, but without memory to work in yet.
struct Program {
    std::vector<Step> steps;
    std::vector<WorkspaceBuffer> buffers;
    std::vector<BoundMemory> bound;
    dnnl::memory input;                // 32-bit floats, channel-major
    std::vector<dnnl::memory> outputs; // the same; of the graph's outputs
};

/// Residual sums work in place of their operand. Uses the calling thread's number of threads (see Threads);
/// the program has to run with the same. Throws dnnl::error, and std::runtime_error where the graph doesn't
/// fit together.
Program makeProgram(const dnnl::engine& engine, const ConvolutionGraph& graph, Weights& weights,
                    const ProgramOptions& options);

} // namespace likeness::onednn
