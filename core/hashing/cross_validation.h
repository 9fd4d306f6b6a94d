// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/deep_training.h"

#include <functional>
#include <span>
#include <vector>

namespace likeness {

/// Called after each fold: its number from 1, and its mean average precision.
using FoldWatch = std::function<void(int fold, double map)>;

/// How well deep hashing with labels does on photos that it has not seen: the samples of each class are dealt
/// into `folds` parts; each part in turn is held out, an encoder is trained on the others alone (with its own
/// validation among them), and the held-out samples search those. One mean average precision for each fold.
/// InvalidArgument below 2 folds or where no class has two samples in different folds; the errors of
/// trainDeepSupervised; Cancelled.
Result<std::vector<double>> crossValidate(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                          const SupervisedOptions& options, int folds,
                                          const FoldWatch& watch = {}, const std::stop_token& stop = {});

} // namespace likeness
