// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness {

/// Logistic map from a score to the similarity that a person sees: 1 / (1 + exp(-(slope * score + offset))).
struct Calibration {
    double slope = 0.0;
    double offset = 0.0;

    /// 0 to 1.
    double similarity(double score) const;
};

} // namespace likeness
