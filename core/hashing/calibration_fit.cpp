// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/calibration_fit.h"

#include <cmath>
#include <vector>

namespace likeness {

Calibration fitCalibration(std::span<const ScoredPair> pairs) {
    constexpr int iterations = 50;
    constexpr double ridge = 1e-6;
    Calibration fit;
    for (int i = 0; i < iterations; ++i) {
        double slopeGradient = -ridge * fit.slope;
        double offsetGradient = 0.0;
        double slopeCurvature = ridge;
        double offsetCurvature = ridge;
        double mixedCurvature = 0.0;
        for (const auto& [score, alike, weight] : pairs) {
            const double predicted = fit.similarity(score);
            const double residual = weight * ((alike ? 1.0 : 0.0) - predicted);
            const double variance = weight * predicted * (1.0 - predicted);
            slopeGradient += residual * score;
            offsetGradient += residual;
            slopeCurvature += variance * score * score;
            offsetCurvature += variance;
            mixedCurvature += variance * score;
        }
        const double determinant = slopeCurvature * offsetCurvature - mixedCurvature * mixedCurvature;
        fit.slope += (offsetCurvature * slopeGradient - mixedCurvature * offsetGradient) / determinant;
        fit.offset += (slopeCurvature * offsetGradient - mixedCurvature * slopeGradient) / determinant;
    }
    return fit;
}

Calibration fitCalibration(std::span<const double> scores, std::span<const double> likelihoods) {
    std::vector<ScoredPair> pairs;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        pairs.push_back({scores[i], true, likelihoods[i]});
        pairs.push_back({scores[i], false, 1.0 - likelihoods[i]});
    }
    return fitCalibration(pairs);
}

} // namespace likeness
