// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/backbone.h"

#include "core/features/engine_choice.h"
#include "core/features/onednn_backbone.h"
#include "core/features/opencv_backbone.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <opencv2/core/utility.hpp>
#include <opencv2/dnn.hpp>
#include <thread>
#include <utility>

namespace likeness {
namespace {

bool offers(cv::dnn::Backend backend, cv::dnn::Target target) {
    const auto targets = cv::dnn::getAvailableTargets(backend);
    return std::ranges::find(targets, target) != targets.end();
}

/// Opens and runs one pass on a grey photo: drivers fail at the first pass, not when the network is imported.
Result<std::unique_ptr<Backbone>> openAndTry(const ModelPack& pack, Engine engine) {
    auto opened = engine == Engine::OneDnn ? openOneDnnBackbone(pack) : openOpenCvBackbone(pack, engine);
    if (!opened)
        return opened;
    const Image grey{1, 1, {127, 127, 127}};
    const auto maps = (*opened)->run(grey);
    if (!maps)
        return maps.error();
    return opened;
}

Result<std::unique_ptr<Backbone>> openIfOffered(const ModelPack& pack, Engine engine) {
    const auto engines = availableEngines();
    if (std::ranges::find(engines, engine) == engines.end())
        return makeError(ErrorCode::EngineUnavailable, {std::string(engineName(engine))});
    return openAndTry(pack, engine);
}

std::string fallBackNotice(Engine wanted, const Error& error) {
    const std::string reason =
        error.code == ErrorCode::EngineUnavailable ? "it is not available here" : error.text;
    return "The engine " + std::string(engineName(wanted)) + " is not used: " + reason +
           ". OpenCV computes on the processor instead.";
}

/// One engine alone computes in other precisions than 32 bits.
Result<OpenedBackbone> openBf16(const ModelPack& pack, Engine wanted) {
    const bool possible = (wanted == Engine::Auto || wanted == Engine::OneDnn) && hasFastBf16();
    auto opened =
        possible ? openAndTry(pack, Engine::OneDnn)
                 : makeError(ErrorCode::PrecisionUnavailable, {std::string(precisionName(pack.precision))});
    if (!opened)
        return opened.error();
    return OpenedBackbone{*std::move(opened), Engine::OneDnn, {}};
}

int allCores() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::atomic<int>& threadsOfAPass() {
    static std::atomic<int> threads = allCores();
    return threads;
}

} // namespace

std::string_view engineName(Engine engine) {
    constexpr std::array<std::string_view, allEngines.size()> names{"auto", "onednn", "cpu", "opencl",
                                                                    "cuda"};
    return names.at(static_cast<std::size_t>(engine));
}

std::optional<Engine> engineFromName(std::string_view name) {
    const auto* const found = std::ranges::find(allEngines, name, engineName);
    return found == allEngines.end() ? std::nullopt : std::optional(*found);
}

std::vector<Engine> availableEngines() {
    std::vector<Engine> engines{Engine::Cpu};
    if (!oneDnnVersion().empty())
        engines.push_back(Engine::OneDnn);
    if (offers(cv::dnn::DNN_BACKEND_OPENCV, cv::dnn::DNN_TARGET_OPENCL))
        engines.push_back(Engine::OpenCl);
    if (offers(cv::dnn::DNN_BACKEND_CUDA, cv::dnn::DNN_TARGET_CUDA))
        engines.push_back(Engine::Cuda);
    return engines;
}

Result<OpenedBackbone> openBackbone(const ModelPack& pack, Engine wanted) {
    if (pack.precision != Precision::F32)
        return openBf16(pack, wanted);
    if (wanted == Engine::Auto)
        wanted = fastestEngine(pack);
    std::string notice;
    if (wanted != Engine::Cpu) {
        auto opened = openIfOffered(pack, wanted);
        if (opened)
            return OpenedBackbone{*std::move(opened), wanted, {}};
        notice = fallBackNotice(wanted, opened.error());
    }
    auto opened = openAndTry(pack, Engine::Cpu);
    if (!opened)
        return opened.error();
    return OpenedBackbone{*std::move(opened), Engine::Cpu, std::move(notice)};
}

void setThreadsPerPass(int threads) {
    threadsOfAPass() = std::max(threads, 1);
    cv::setNumThreads(threadsOfAPass());
}

int threadsPerPass() {
    return threadsOfAPass();
}

} // namespace likeness
