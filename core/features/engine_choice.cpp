// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/engine_choice.h"

#include "core/base/data_folder.h"
#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/features/onednn_backbone.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <opencv2/core/version.hpp>
#include <thread>
#include <utility>

namespace likeness {
namespace {

using Json = nlohmann::json;

constexpr int timedPasses = 5;

/// While it lives, a pass may use all cores.
class AllCores {
public:
    AllCores() : before_(threadsPerPass()) {
        setThreadsPerPass(static_cast<int>(std::thread::hardware_concurrency()));
    }
    ~AllCores() { setThreadsPerPass(before_); }
    AllCores(const AllCores&) = delete;
    AllCores& operator=(const AllCores&) = delete;
    AllCores(AllCores&&) = delete;
    AllCores& operator=(AllCores&&) = delete;

private:
    int before_;
};

std::optional<double> medianPass(Backbone& backbone, const Image& image) {
    std::array<double, timedPasses> times{};
    for (double& time : times) {
        const auto start = std::chrono::steady_clock::now();
        if (!backbone.run(image))
            return std::nullopt;
        time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }
    std::ranges::sort(times);
    return times[timedPasses / 2];
}

Image greyInput(const ModelPack& pack) {
    const auto bytes =
        3 * static_cast<std::size_t>(pack.input.width) * static_cast<std::size_t>(pack.input.height);
    return {pack.input.width, pack.input.height, std::vector<std::uint8_t>(bytes, 127)};
}

/// What /proc/cpuinfo says of the first core.
std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    std::string name;
    for (std::string line; std::getline(info, line) && !line.empty();)
        for (const char* field : {"vendor_id", "cpu family", "model", "stepping"})
            if (line.starts_with(field))
                name += line.substr(std::min(line.size(), line.find(':') + 1));
    return name;
}

Json readSpeeds(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes)
        return Json::object();
    const auto* const text = reinterpret_cast<const char*>(bytes->data());
    Json json = Json::parse(text, text + bytes->size(), nullptr, false);
    return json.is_object() ? json : Json::object();
}

std::optional<EngineSpeed> speedFrom(const Json& entry) {
    if (!entry.is_object() || !entry.contains("engine") || !entry["engine"].is_string() ||
        !entry.contains("ms") || !entry["ms"].is_number())
        return std::nullopt;
    const auto engine = engineFromName(entry["engine"].get<std::string>());
    if (!engine || *engine == Engine::Auto)
        return std::nullopt;
    return EngineSpeed{*engine, entry["ms"].get<double>()};
}

} // namespace

std::vector<EngineSpeed> measureEngines(const ModelPack& pack) {
    const AllCores allCores;
    const Image image = greyInput(pack);
    std::vector<EngineSpeed> speeds;
    for (const Engine engine : availableEngines()) {
        const auto opened = openBackbone(pack, engine);
        if (!opened || opened->engine != engine)
            continue;
        if (const auto milliseconds = medianPass(*opened->backbone, image))
            speeds.push_back({engine, *milliseconds});
    }
    std::ranges::stable_sort(speeds, {}, &EngineSpeed::milliseconds);
    return speeds;
}

EngineSpeedFile::EngineSpeedFile(std::filesystem::path file) : file_(std::move(file)) {}

std::filesystem::path EngineSpeedFile::defaultFile() {
    return dataFolder() / "engines.json";
}

std::optional<std::vector<EngineSpeed>> EngineSpeedFile::find(const std::string& key) const {
    const Json all = readSpeeds(file_);
    if (!all.contains(key) || !all[key].is_array() || all[key].empty())
        return std::nullopt;
    std::vector<EngineSpeed> speeds;
    for (const Json& entry : all[key]) {
        const auto speed = speedFrom(entry);
        if (!speed)
            return std::nullopt;
        speeds.push_back(*speed);
    }
    return speeds;
}

void EngineSpeedFile::remember(const std::string& key, const std::vector<EngineSpeed>& speeds) const {
    Json all = readSpeeds(file_);
    all[key] = Json::array();
    for (const EngineSpeed& speed : speeds)
        all[key].push_back({{"engine", engineName(speed.engine)}, {"ms", speed.milliseconds}});
    std::error_code reportedByTheWrite;
    std::filesystem::create_directories(file_.parent_path(), reportedByTheWrite);
    const std::string text = all.dump(2);
    if (const auto written = writeFileAtomically(file_, std::as_bytes(std::span(text))); !written)
        log(LogLevel::Warning, "The speed of the engines was not kept: " + written.error().text);
}

std::string engineSpeedKey(const ModelPack& pack) {
    std::string key = pack.descriptorSource() + " OpenCV " CV_VERSION " oneDNN " + oneDnnVersion() + " CPU" +
                      processorName() + " x" + std::to_string(std::thread::hardware_concurrency());
    for (const Engine engine : availableEngines())
        key += ' ' + std::string(engineName(engine));
    return key;
}

std::vector<EngineSpeed> engineSpeeds(const ModelPack& pack) {
    static std::mutex oneMeasures;
    const std::lock_guard lock(oneMeasures);
    const EngineSpeedFile file;
    const std::string key = engineSpeedKey(pack);
    if (auto known = file.find(key))
        return *std::move(known);
    auto measured = measureEngines(pack);
    if (!measured.empty())
        file.remember(key, measured);
    return measured;
}

Engine fastestEngine(const ModelPack& pack) {
    const auto speeds = engineSpeeds(pack);
    return speeds.empty() ? Engine::Cpu : speeds.front().engine;
}

} // namespace likeness
