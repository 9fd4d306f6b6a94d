// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"

namespace likeness {

/// The longest code that is trained.
inline constexpr int longestCode = 1024;

/// Nothing is learned from fewer descriptors than this.
inline constexpr int fewestSamples = 16;

/// TrainingDataTooFew below `needed` samples (given, needed).
Result<void> checkSamples(const DescriptorMatrix& samples, int needed = fewestSamples);

/// What every training of a code asks for: fewestSamples, and 1 to longestCode bits (InvalidArgument).
Result<void> checkTraining(const DescriptorMatrix& samples, int bits);

} // namespace likeness
