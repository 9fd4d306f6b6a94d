// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/backbone.h"

#include "core/features/opencv_backbone.h"

#include <algorithm>
#include <array>
#include <opencv2/core/utility.hpp>
#include <opencv2/dnn.hpp>
#include <utility>

namespace likeness {
namespace {

bool offers(cv::dnn::Backend backend, cv::dnn::Target target) {
    const auto targets = cv::dnn::getAvailableTargets(backend);
    return std::ranges::find(targets, target) != targets.end();
}

/// Opens and runs one pass on a grey photo: drivers fail at the first pass, not when the network is imported.
Result<std::unique_ptr<Backbone>> openAndTry(const ModelPack& pack, Engine engine) {
    auto opened = openOpenCvBackbone(pack, engine);
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
    const std::string reason = error.code == ErrorCode::EngineUnavailable
                                   ? "the installed OpenCV does not offer it here"
                                   : error.text;
    return "The engine " + std::string(engineName(wanted)) + " is not used: " + reason +
           ". The processor computes instead.";
}

} // namespace

std::string_view engineName(Engine engine) {
    constexpr std::array<std::string_view, 3> names{"cpu", "opencl", "cuda"};
    return names.at(static_cast<std::size_t>(engine));
}

std::vector<Engine> availableEngines() {
    std::vector<Engine> engines{Engine::Cpu};
    if (offers(cv::dnn::DNN_BACKEND_OPENCV, cv::dnn::DNN_TARGET_OPENCL))
        engines.push_back(Engine::OpenCl);
    if (offers(cv::dnn::DNN_BACKEND_CUDA, cv::dnn::DNN_TARGET_CUDA))
        engines.push_back(Engine::Cuda);
    return engines;
}

Result<OpenedBackbone> openBackbone(const ModelPack& pack, Engine wanted) {
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
    cv::setNumThreads(std::max(threads, 1));
}

} // namespace likeness
