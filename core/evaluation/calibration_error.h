// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace likeness {

/// Expected calibration error (Naeini, Cooper and Hauskrecht 2015): pairs fall into ten bins by their
/// similarity; the mean, over all pairs, of how far a bin's mean similarity is from its share of right pairs.
class CalibrationError {
public:
    /// `pairs` pairs of one similarity (0 to 1), `right` of them right.
    void add(double similarity, std::int64_t right, std::int64_t pairs = 1);
    void add(const CalibrationError& other);
    /// 0 to 1; 0 without pairs.
    double value() const;

private:
    struct Bin {
        double similarities = 0;
        std::int64_t right = 0;
        std::int64_t pairs = 0;
    };
    std::array<Bin, 10> bins_;
};

} // namespace likeness
