// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/deep_run.h"
#include "core/hashing/deep_training.h"
#include "core/hashing/validation.h"

#include <functional>

namespace likeness {

/// What the two ways to train a deep hash have in common: a start, an objective, and samples held out to tell
/// when to stop.
struct DeepTask {
    RowMajorFloats samples;      // descriptors in rows
    RowMajorFloats start;        // weights, a row for each bit
    float startDeviation = 1.0F; // see DeepRunOptions
    Split split;
    RelevantPlaces relevant; // of the held-out samples, among the training samples
    /// The objective for a training on these samples alone, which are numbered by their place.
    std::function<std::unique_ptr<const DeepObjective>(std::span<const int>)> objective;
};

/// Trains on the training samples until the mean average precision of the held-out ones has stopped rising,
/// then as many epochs from the same start on all. Where it is stopped, the best so far; Cancelled before the
/// first epoch.
Result<DeepTraining> fitDeep(const DeepTask& task, const DeepSchedule& schedule, const TrainingWatch& watch,
                             const std::stop_token& stop);

} // namespace likeness
