// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/cross_validation.h"

#include <vector>

namespace likeness {

/// The settings of deep hashing with labels that are tried, each with each.
struct DeepGrid {
    std::vector<float> learningRates{1e-3F, 2e-3F, 4e-3F};
    std::vector<float> dropouts{0.2F, 0.5F};
    std::vector<float> margins{0.1F, 0.2F, 0.4F};
};

struct DeepTrial {
    SupervisedOptions options;
    double map = 0.0; // mean over the folds of crossValidate
};

/// Called after each trial; `trials` is how many there will be.
using TrialWatch = std::function<void(const DeepTrial& trial, int number, int trials)>;

/// Cross-validates every point of the grid, all else as in `options`. Best first, equal ones in the grid's
/// order. The errors of crossValidate; where it is stopped after the first trial, those that were finished.
Result<std::vector<DeepTrial>> searchDeepOptions(const DescriptorMatrix& samples,
                                                 std::span<const LabelSet> labels,
                                                 const SupervisedOptions& options, int folds,
                                                 const DeepGrid& grid = {}, const TrialWatch& watch = {},
                                                 const std::stop_token& stop = {});

} // namespace likeness
