// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/dataset.h"
#include "core/evaluation/experiment.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <unordered_map>

namespace likeness {

/// A query of an experiment: a labelled photo, or a box of one.
struct ExperimentQuery {
    std::size_t row = 0; // of its photo
    Rectangle box = wholePhoto;
    std::vector<LabelSet> labels; // for each level
};

/// Photos and labels of an experiment.
struct ExperimentSet {
    std::vector<Photo> photos; // one row each, by ascending id: labelled, indexed, and not learned from
    std::vector<DatasetLevel> levels;
    std::vector<std::vector<LabelSet>> labels;   // [row][level]
    std::vector<std::vector<LabelledBox>> boxes; // [row]; empty where whole photos are queried
    std::vector<ExperimentQuery> queries;
    std::unordered_map<PhotoId, LabelSet> learned; // photos for training, finest level; not among `photos`
    std::string truth;                             // for people
    Separation separated;
    std::vector<std::string> warnings;
};

/// NoLabels, NoBoxes; errors of readDataset; LibraryFailed.
Result<ExperimentSet> makeExperimentSet(const Database& database, const ExperimentOptions& options);

} // namespace likeness
