// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/pooling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace likeness {
namespace {

constexpr float smallestActivation = 1e-6F;

template <typename Power>
float meanOf(std::span<const float> cells, Power power) {
    float sum = 0.0F;
    for (float value : cells)
        sum += power(std::max(smallestActivation, value));
    return sum / static_cast<float>(cells.size());
}

/// The usual powers are products: std::pow for each cell would take longer than decoding a small photo.
float meanOfPowers(std::span<const float> cells, float p) {
    if (p == 1.0F)
        return meanOf(cells, [](float v) { return v; });
    if (p == 3.0F)
        return meanOf(cells, [](float v) { return v * v * v; });
    return meanOf(cells, [p](float v) { return std::pow(v, p); });
}

/// Independent sums, so that one addition need not wait for the one before.
double sumOfSquares(std::span<const float> values) {
    std::array<double, 8> sums{};
    const std::size_t whole = values.size() / sums.size() * sums.size();
    for (std::size_t i = 0; i < whole; i += sums.size())
        for (std::size_t lane = 0; lane < sums.size(); ++lane)
            sums[lane] += static_cast<double>(values[i + lane]) * static_cast<double>(values[i + lane]);
    for (std::size_t i = whole; i < values.size(); ++i)
        sums[0] += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

} // namespace

Descriptor gemPool(const FeatureMap& map, float p) {
    Descriptor pooled(static_cast<std::size_t>(map.channels));
    for (int c = 0; c < map.channels; ++c)
        pooled[static_cast<std::size_t>(c)] = std::pow(meanOfPowers(map.channel(c), p), 1.0F / p);
    normalise(pooled);
    return pooled;
}

void normalise(Descriptor& vector) {
    const double squares = sumOfSquares(vector);
    if (squares <= 0.0)
        return;
    const auto factor = static_cast<float>(1.0 / std::sqrt(squares));
    for (float& value : vector)
        value *= factor;
}

} // namespace likeness
