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

/// What the scores of one codebook mean, by how they are made.
struct Calibrations {
    Calibration full;        // of Rerank::Sum; of regions and parts: of the asymmetric similarity
    Calibration codes;       // of 1 - 2 * Hamming distance / bits
    Calibration expansion{}; // of Rerank::Expansion; none for parts
    // Of the other ways to re-rank whole photos.
    Calibration cosine{};
    Calibration asymmetric{};
};

} // namespace likeness
