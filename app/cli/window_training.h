// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/hashing/codebook_training.h"
#include "core/hashing/recipe.h"
#include "core/library/window_sampling.h"

#include <functional>
#include <stop_token>
#include <string>

namespace likeness::cli {

/// How a codebook of regions or parts is trained from the command line.
struct WindowTraining {
    Granularity granularity = Granularity::Region;
    CodebookTrainingOptions training;
    WindowSamplingOptions sampling;
};

/// Reads photos of the library for their windows, showing how far it is, and trains on those. `pack` has the
/// codebooks of the pack alone. Errors of sampleWindows and trainWindowCodebook.
Result<TrainedCodebook> trainOnWindows(const GlobalOptions& options, const WindowTraining& training,
                                       const Recipe& pack, const TrainingWatch& watch,
                                       const std::stop_token& stop);

/// Keeps the codebook in the library, for the codes that the next indexing runs make.
Result<Codebook> keepForIndexing(const GlobalOptions& options, const Codebook& codebook);

} // namespace likeness::cli
