// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/experiment.h"

#include <string>
#include <string_view>

namespace likeness {

/// An experiment as JSON text, with all figures and curves. What RunResult calls otherwise has the names of
/// `likeness-cli evaluate --json`: map, precision_at_1, …
std::string toJson(const Experiment& experiment);

/// One run as a JSON object: what `evaluate --json` prints.
std::string toJson(const RunResult& run);

/// The options alone, for `evaluate --config`.
std::string toJson(const ExperimentOptions& options);

/// Reads what toJson(Experiment) wrote. `name` is what errors call it. InvalidArgument.
Result<Experiment> experimentFromJson(std::string_view text, const std::string& name);

/// The options of a report, or options alone. InvalidArgument names the file, and the line where it is known.
Result<ExperimentOptions> optionsFromJson(std::string_view text, const std::string& name);

} // namespace likeness
