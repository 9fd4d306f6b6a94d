// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/calibration_error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace likeness {

void CalibrationError::add(double similarity, std::int64_t right, std::int64_t pairs) {
    const auto last = static_cast<double>(bins_.size() - 1);
    const double place = std::floor(similarity * static_cast<double>(bins_.size()));
    Bin& bin = bins_[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
    bin.similarities += similarity * static_cast<double>(pairs);
    bin.right += right;
    bin.pairs += pairs;
}

void CalibrationError::add(const CalibrationError& other) {
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        bins_[i].similarities += other.bins_[i].similarities;
        bins_[i].right += other.bins_[i].right;
        bins_[i].pairs += other.bins_[i].pairs;
    }
}

double CalibrationError::value() const {
    double error = 0;
    std::int64_t pairs = 0;
    for (const Bin& bin : bins_) {
        error += std::abs(bin.similarities - static_cast<double>(bin.right));
        pairs += bin.pairs;
    }
    return pairs > 0 ? error / static_cast<double>(pairs) : 0;
}

} // namespace likeness
