// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/library_training.h"

#include <nlohmann/json.hpp>

#include <string>

namespace likeness::cli {

/// Tells on standard error how a training goes: a line for each fold, trial and epoch.
LibraryTrainingWatch trainingNotes(const LibraryTrainingOptions& options);

/// The curves among it. `place`: where the codebook went.
nlohmann::ordered_json trainingJson(const LibraryTraining& training, const std::string& place);
void printTraining(const LibraryTraining& training, const std::string& place);

} // namespace likeness::cli
