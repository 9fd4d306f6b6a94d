// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/calibration.h"

#include <span>

namespace likeness {

/// A pair of photos: its score, and whether a person would call them alike.
struct ScoredPair {
    double score = 0.0;
    bool alike = false;
    double weight = 1.0;
};

/// Logistic regression of `alike` on `score` by Newton's method (iteratively reweighted least squares), with
/// a slight pull of the slope towards 0 so that separable pairs don't drive it to infinity.
Calibration fitCalibration(std::span<const ScoredPair> pairs);

/// The same of pairs of which only the likelihood of being alike is known, 0 to 1, one for each score.
Calibration fitCalibration(std::span<const double> scores, std::span<const double> likelihoods);

} // namespace likeness
