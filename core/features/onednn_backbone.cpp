// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_backbone.h"

#include "core/base/path_text.h"
#include "core/features/onednn_executor.h"
#include "core/features/preprocessing.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace likeness {
namespace {

/// What the backbones of one network share.
struct OneDnnNetwork {
    explicit OneDnnNetwork(ConvolutionGraph imported) : graph(std::move(imported)), weights(engine, graph) {}

    dnnl::engine engine{dnnl::engine::kind::cpu, 0};
    ConvolutionGraph graph;
    onednn::Weights weights;
};

using NetworkPtr = std::shared_ptr<OneDnnNetwork>;

/// The networks in use, by file, SHA-256, input and outputs.
class OpenNetworks {
public:
    Result<NetworkPtr> find(const ModelPack& pack) {
        const std::string key = pack.networkFile.native() + '|' + pack.networkSha256 + '|' + pack.input.name +
                                '|' + pack.stride16.name + '|' + pack.stride32.name;
        const std::lock_guard lock(mutex_);
        if (NetworkPtr open = networks_[key].lock())
            return open;
        auto graph = importConvolutionGraph(pack);
        if (!graph)
            return graph.error();
        auto network = std::make_shared<OneDnnNetwork>(*std::move(graph));
        networks_[key] = network;
        return network;
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::weak_ptr<OneDnnNetwork>> networks_;
};

bool fits(const FeatureMap& map, const MapSpec& spec) {
    return map.channels == spec.channels && map.height == spec.height && map.width == spec.width;
}

class OneDnnBackbone final : public Backbone {
public:
    OneDnnBackbone(ModelPack pack, NetworkPtr network)
        : pack_(std::move(pack)), network_(std::move(network)) {}

    Result<FeatureMaps> run(const Image& image) override {
        if (image.empty())
            return failure("the photo has no pixels");
        try {
            return forward(image);
        } catch (const std::exception& error) {
            return failure(error.what());
        }
    }

private:
    Result<FeatureMaps> forward(const Image& image) {
        onednn::Executor& executor = executorFor(threadsPerPass());
        std::ranges::copy(networkInput(image, pack_.input), executor.input().begin());
        executor.run();
        FeatureMaps maps{executor.output(0), executor.output(1)};
        if (!fits(maps.stride16, pack_.stride16) || !fits(maps.stride32, pack_.stride32))
            return failure("its outputs are not of the manifest's shapes");
        return maps;
    }

    /// oneDNN lays a program out for a number of threads.
    onednn::Executor& executorFor(int threads) {
        if (!executor_ || executor_->threads() != threads) {
            executor_.reset();
            executor_.emplace(
                network_->engine, network_->graph, network_->weights,
                onednn::ProgramOptions{{1, 3, pack_.input.height, pack_.input.width}, pack_.precision},
                threads);
        }
        return *executor_;
    }

    Error failure(std::string reason) const {
        return makeError(ErrorCode::NetworkFailed, {pathText(pack_.networkFile), std::move(reason)});
    }

    const ModelPack pack_;
    const NetworkPtr network_;
    std::optional<onednn::Executor> executor_;
};

} // namespace

std::string oneDnnVersion() {
    const dnnl_version_t* const version = dnnl::version();
    return std::to_string(version->major) + '.' + std::to_string(version->minor) + '.' +
           std::to_string(version->patch);
}

bool hasFastBf16() {
    const auto needed = static_cast<unsigned>(dnnl::cpu_isa::avx512_core_bf16);
    return (static_cast<unsigned>(dnnl::get_effective_cpu_isa()) & needed) == needed;
}

Result<std::unique_ptr<Backbone>> openOneDnnBackbone(const ModelPack& pack) {
    static OpenNetworks networks;
    if (pack.precision == Precision::Bf16 && !hasFastBf16())
        return makeError(ErrorCode::EngineUnavailable, {std::string(engineName(Engine::OneDnn))});
    auto network = networks.find(pack);
    if (!network)
        return network.error();
    return std::unique_ptr<Backbone>(std::make_unique<OneDnnBackbone>(pack, *std::move(network)));
}

} // namespace likeness
