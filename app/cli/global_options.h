// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/backbone.h"
#include "core/image/decoder.h"
#include "core/search/search_engine.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace likeness::cli {

/// What stands before the sub-command and holds for all of them.
struct GlobalOptions {
    std::filesystem::path libraryFile;
    std::string pack; // empty: the library's
    Engine engine = Engine::Auto;
    DecodeLimits limits;
};

/// The options as typed, before they are converted.
class GlobalArguments {
public:
    /// Declares them; this object outlives the parsing.
    explicit GlobalArguments(CLI::App& program);

    GlobalOptions options() const;

private:
    std::string libraryFile_;
    std::string pack_;
    std::string engine_;
    double maxMegapixels_;
    std::uint64_t maxBytes_;
    double timeoutSeconds_;
};

/// --rank codes|full, for sub-commands that rank.
class RankArgument {
public:
    explicit RankArgument(CLI::App& command);
    Ranking ranking() const;
    const std::string& name() const { return name_; }

private:
    std::string name_ = "full";
};

/// Absolute and without "." and "..", as the library keeps paths; links stay as they are.
std::filesystem::path absolutePath(const std::string& argument);

} // namespace likeness::cli
