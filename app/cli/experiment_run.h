// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "core/evaluation/experiment.h"

#include <string>
#include <vector>

namespace likeness::cli {

/// What `evaluate` takes for experiments alone.
class ExperimentArguments {
public:
    /// Declares them; this object outlives the parsing.
    explicit ExperimentArguments(CLI::App& syntax);

    /// Any of them was given.
    bool isWanted() const;
    /// Puts them over the options given; where --config names a file, that file's options come first.
    /// FileNotFound, InvalidArgument.
    Result<ExperimentOptions> options(ExperimentOptions shared) const;

    const std::vector<std::string>& reports() const { return reports_; }
    const std::string& csvFile() const { return csvFile_; }
    bool isKept() const { return isKept_; }

private:
    std::string dataset_;
    std::string layout_ = "auto";
    std::vector<std::string> methods_;
    std::vector<std::string> packs_;
    std::vector<std::string> ranks_;
    std::vector<std::string> baselineNames_;
    bool allBaselines_ = false;
    bool robustness_ = false;
    int robustnessQueries_ = 0;
    int mostQueries_ = 0;
    std::uint64_t seed_ = 1;
    std::vector<std::string> reports_;
    std::string csvFile_;
    std::string configFile_;
    bool isKept_ = false;
};

enum class ExperimentOutput { Text, Json };

/// Runs the experiment, prints it and writes its reports; returns the exit code. `shared` are the options
/// that a single evaluation has too.
int runExperimentCommand(const GlobalOptions& options, const ExperimentArguments& arguments,
                         const ExperimentOptions& shared, ExperimentOutput output);

} // namespace likeness::cli
