// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/feature_map.h"
#include "core/features/model_pack.h"
#include "core/image/image.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// Runs a pack's network on photos. Not thread-safe: one backbone per thread.
class Backbone {
public:
    Backbone() = default;
    Backbone(const Backbone&) = delete;
    Backbone& operator=(const Backbone&) = delete;
    Backbone(Backbone&&) = delete;
    Backbone& operator=(Backbone&&) = delete;
    virtual ~Backbone() = default;

    /// One pass over an upright photo of any size (it is squashed to the network's input). NetworkFailed.
    virtual Result<FeatureMaps> run(const Image& image) = 0;
};

/// Who computes: oneDNN, or OpenCV's DNN module on the processor, by OpenCL or by CUDA. Auto is the fastest
/// of those that are there (see engine_choice.h).
enum class Engine { Auto, OneDnn, Cpu, OpenCl, Cuda };

inline constexpr std::array allEngines{Engine::Auto, Engine::OneDnn, Engine::Cpu, Engine::OpenCl,
                                       Engine::Cuda};

/// "auto", "onednn", "cpu", "opencl", "cuda": the names that settings and the command line use.
std::string_view engineName(Engine engine);
std::optional<Engine> engineFromName(std::string_view name);

/// What can be chosen besides Auto on this machine; Cpu, which runs every network, is always first.
std::vector<Engine> availableEngines();

struct OpenedBackbone {
    std::unique_ptr<Backbone> backbone;
    Engine engine;      // the one in use, never Auto
    std::string notice; // English, for the log; not empty where the wanted engine was not to be had
};

/// Opens the pack's network on the wanted engine. Where that engine is missing, doesn't know a layer or fails
/// its first pass, falls back to Cpu and says so in the notice. NetworkFailed where even Cpu doesn't work;
/// PrecisionUnavailable where nothing here computes in the pack's precision, as other precisions would give
/// codes that can't be compared.
Result<OpenedBackbone> openBackbone(const ModelPack& pack, Engine wanted);

/// Threads that one pass on the CPU may use, for the whole process: 1 while worker threads, each with its own
/// backbone, fill the cores; all cores for a single query.
void setThreadsPerPass(int threads);
int threadsPerPass();

} // namespace likeness
