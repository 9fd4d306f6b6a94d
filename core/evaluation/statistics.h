// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace likeness {

/// Arithmetic mean; 0 of nothing.
double meanOf(std::span<const double> values);

/// The value below which the share `share` (0 to 1) lies, linear between neighbours (type 7 of Hyndman and
/// Fan 1996, as numpy and R have it). 0 of nothing.
double quantile(std::span<const double> values, double share);

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// 95 % interval of the mean by the percentile bootstrap (Efron and Tibshirani 1993): the .025 and .975
/// quantiles of the means of 1,000 samples drawn with replacement. The same values and seed give the same.
Interval bootstrapInterval(std::span<const double> values, std::uint64_t seed);

} // namespace likeness
