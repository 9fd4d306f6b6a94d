// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/backbone.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// How long one pass of a pack's network takes on an engine, on all cores.
struct EngineSpeed {
    Engine engine = Engine::Cpu;
    double milliseconds = 0; // median of a few passes
};

/// Runs the pack on each engine that is available here and knows its network; the fastest first. Takes a
/// second or so. Empty where none runs.
std::vector<EngineSpeed> measureEngines(const ModelPack& pack);

/// Keeps measurements from one start of the program to the next, in a JSON file. A file that is missing or
/// damaged counts as empty; one that can't be written is logged, and costs another measurement.
class EngineSpeedFile {
public:
    explicit EngineSpeedFile(std::filesystem::path file = defaultFile());

    /// engines.json in dataFolder().
    static std::filesystem::path defaultFile();

    std::optional<std::vector<EngineSpeed>> find(const std::string& key) const;
    void remember(const std::string& key, const std::vector<EngineSpeed>& speeds) const;

private:
    std::filesystem::path file_;
};

/// Names all that a measurement depends on: the network, the engines with their versions, and the CPU.
std::string engineSpeedKey(const ModelPack& pack);

/// What the default file knows, measured now and written down where it knows nothing. Thread-safe: of threads
/// that ask at once, one measures.
std::vector<EngineSpeed> engineSpeeds(const ModelPack& pack);

/// The first of engineSpeeds(); Cpu where there is none.
Engine fastestEngine(const ModelPack& pack);

} // namespace likeness
