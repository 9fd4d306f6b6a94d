// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/onednn_program.h"

#include <cstddef>
#include <span>

namespace likeness::onednn {

/// Runs a program again and again in one workspace that is allocated once. Belongs to one thread, whose
/// OpenMP team it uses.
class Executor {
public:
    /// `weights` belong to the same engine. Throws what makeProgram() throws, and std::bad_alloc.
    Executor(const dnnl::engine& engine, const ConvolutionGraph& graph, Weights& weights,
             const ProgramOptions& options, int threads);

    int threads() const { return threads_; }

    /// Where the input goes before each run.
    std::span<float> input() const;
    /// Throws dnnl::error.
    void run();
    /// A copy; valid after run().
    FeatureMap output(std::size_t number) const;

private:
    int threads_;
    dnnl::stream stream_;
    Program program_;
    dnnl::memory workspace_;
};

} // namespace likeness::onednn
