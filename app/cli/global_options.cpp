// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/global_options.h"

#include "core/library/database.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

namespace likeness::cli {
namespace {

constexpr double pixelsPerMegapixel = 1e6;
constexpr double largestLimit = 1e6; // megapixels, seconds

std::vector<std::string> engineNames() {
    std::vector<std::string> names(allEngines.size());
    std::transform(allEngines.begin(), allEngines.end(), names.begin(), engineName);
    return names;
}

} // namespace

GlobalArguments::GlobalArguments(CLI::App& program)
    : libraryFile_(defaultLibraryFile().native()),
      engine_(engineName(Engine::Auto)),
      maxMegapixels_(static_cast<double>(DecodeLimits{}.maxPixels) / pixelsPerMegapixel),
      maxBytes_(DecodeLimits{}.maxBytes),
      timeoutSeconds_(std::chrono::duration<double>(DecodeLimits{}.timeout).count()) {
    program
        .add_option("--library", libraryFile_, "Library file; home.likeness in your data folder if not given")
        ->type_name("FILE");
    program.add_option("--pack", pack_, "Model pack; that of the library if not given")->type_name("NAME");
    program.add_option("--engine", engine_, "Who runs the network; auto: the fastest here, measured once")
        ->check(CLI::IsMember(engineNames()))
        ->capture_default_str();
    program.add_option("--max-megapixels", maxMegapixels_, "Refuse photos with more megapixels")
        ->check(CLI::Range(1e-6, largestLimit))
        ->type_name("N")
        ->capture_default_str();
    program.add_option("--max-bytes", maxBytes_, "Refuse larger files; 500MB or 1GB will do")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("N")
        ->capture_default_str();
    program.add_option("--timeout", timeoutSeconds_, "Give a file up after so many seconds")
        ->check(CLI::Range(1e-3, largestLimit))
        ->type_name("S")
        ->capture_default_str();
}

GlobalOptions GlobalArguments::options() const {
    GlobalOptions options;
    options.libraryFile = absolutePath(libraryFile_);
    options.pack = pack_;
    options.engine = engineFromName(engine_).value_or(Engine::Auto);
    options.limits.maxPixels = static_cast<std::uint64_t>(maxMegapixels_ * pixelsPerMegapixel);
    options.limits.maxBytes = maxBytes_;
    options.limits.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(timeoutSeconds_ * 1e3));
    return options;
}

RankArgument::RankArgument(CLI::App& command) {
    command.add_option("--rank", name_, "codes: by Hamming distance alone; full: the nearest re-ranked")
        ->check(CLI::IsMember({"codes", "full"}))
        ->capture_default_str();
}

Ranking RankArgument::ranking() const {
    return name_ == "codes" ? Ranking::Codes : Ranking::Full;
}

std::filesystem::path absolutePath(const std::string& argument) {
    std::filesystem::path path = std::filesystem::absolute(argument).lexically_normal();
    const bool endsWithSlash = !path.has_filename() && path.has_relative_path();
    return endsWithSlash ? path.parent_path() : path;
}

} // namespace likeness::cli
