// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/experiment.h"
#include "core/evaluation/experiment_control.h"
#include "core/features/backbone.h"
#include "core/image/decoder.h"
#include "core/library/database.h"

#include <functional>
#include <string>

namespace likeness {

/// One call at a time, on any thread.
struct ExperimentWatch {
    /// Share done, 0 to 1, and what is being done (English, for logs and progress lines).
    std::function<void(double share, const std::string& what)> progress;
    /// What there is so far, after each way to compare.
    std::function<void(const Experiment&)> partial;
};

/// What an experiment runs with, besides its options.
struct ExperimentSetup {
    Engine engine = Engine::Auto;
    DecodeLimits limits;
    std::string version; // of Likeness, for the report
};

/// Runs all that the options name, one way to compare after the other, on the calling thread. Features that
/// are computed are kept in the library where it can be written. What fails by itself (a method with too few
/// photos to learn from) becomes a warning; Cancelled; errors of makeExperimentSet.
Result<Experiment> runExperiment(const Database& database, const ExperimentOptions& options,
                                 const ExperimentSetup& setup, const ExperimentWatch& watch,
                                 ExperimentControl& control);

/// Methods that an experiment can compare: those that can be trained, and "deep-unlabelled".
std::vector<std::string> experimentMethods();
/// hsv, lbp, hog, phash, small-cnn.
std::vector<std::string> experimentBaselines();

} // namespace likeness
