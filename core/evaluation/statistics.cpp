// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace likeness {
namespace {

constexpr int resamplings = 1'000;

/// Quantile of sorted values.
double quantileOfSorted(std::span<const double> sorted, double share) {
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - std::floor(position)) * (sorted[above] - sorted[below]);
}

} // namespace

double meanOf(std::span<const double> values) {
    return values.empty()
               ? 0
               : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(std::span<const double> values, double share) {
    if (values.empty())
        return 0;
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return quantileOfSorted(sorted, share);
}

Interval bootstrapInterval(std::span<const double> values, std::uint64_t seed) {
    if (values.empty())
        return {};
    std::mt19937_64 random(seed);
    std::vector<double> means(resamplings);
    for (double& mean : means) {
        double sum = 0;
        // Modulo rather than a distribution, whose draws differ between standard libraries.
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += values[random() % values.size()];
        mean = sum / static_cast<double>(values.size());
    }
    std::ranges::sort(means);
    return {quantileOfSorted(means, .025), quantileOfSorted(means, .975)};
}

} // namespace likeness
