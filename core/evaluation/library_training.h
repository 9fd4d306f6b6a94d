// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/ground_truth.h"
#include "core/hashing/codebook_training.h"
#include "core/hashing/deep_search.h"
#include "core/library/database.h"
#include "core/library/training_loading.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace likeness {

/// What tells photos of a library to be alike.
enum class LabelSource { None, Folders, Tags, Verdicts };

/// No labels for None. LibraryFailed, LibraryDamaged.
Result<GroundTruth> labelsOf(const Database& database, LabelSource source);

/// What there is to learn from.
struct LabelSummary {
    int photos = 0; // with a descriptor of the pack's network; with labels, those that have any
    int labels = 0;
    int learnable = 0; // labels of three photos or more: some can be held out
};

/// LibraryFailed, LibraryDamaged.
Result<LabelSummary> summariseLabels(const Database& database, const ModelPack& pack, LabelSource source);

struct LibraryTrainingOptions {
    /// Learning rate, dropout and margin: as in `training`, or searched by cross-validation first.
    enum class HyperParameters { Given, Searched };

    LabelSource labels = LabelSource::None;
    CodebookTrainingOptions
        training; // its seed is that of the choice of photos too; its baseline is set here
    TrainingLoadOptions load;
    int folds = 0; // to cross-validate in before the training; 0: not (a search then takes 3)
    HyperParameters hyperParameters = HyperParameters::Given;
};

/// Each is called on the thread that trains.
struct LibraryTrainingWatch {
    TrainingWatch epoch;
    FoldWatch fold;
    TrialWatch trial;
};

struct LibraryTraining {
    TrainedCodebook trained;
    std::vector<TrainingProgress> epochs; // the curves, in order; empty for methods without epochs
    std::vector<double> folds;            // mean average precision of each
    std::optional<DeepTrial> best;        // of the search
};

/// Trains a codebook on the library's stored descriptors, and compares it with the codebook that the library
/// is searched with (which may have learned from the held-out photos before, so that it is not put at a
/// disadvantage). Nothing is kept in the library. LibraryEmpty, NoLabels, the errors of crossValidate and
/// trainCodebook; Cancelled before there is anything to keep, afterwards the best so far.
Result<LibraryTraining> trainOnLibrary(const Database& database, const ModelPack& pack,
                                       const LibraryTrainingOptions& options,
                                       const LibraryTrainingWatch& watch = {},
                                       const std::stop_token& stop = {});

} // namespace likeness
