// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/window_pooling.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>

namespace likeness {
namespace {

constexpr float smallestActivation = 1e-6F;

/// For values of at least 0, to the last bit or two: a third of the exponent, then Halley's method, which
/// triples the right digits each time. The compiler makes vectors of it, which it can't of std::cbrt.
float cubeRoot(float value) {
    auto root = std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) / 3 + 709'921'077U);
    for (int step = 0; step < 2; ++step) {
        const float cube = root * root * root;
        root *= (cube + 2.0F * value) / (2.0F * cube + value);
    }
    return root;
}

void takeRoots(std::span<float> means, float p) {
    // Differences of sums can fall below the smallest power by rounding.
    if (p == 3.0F)
        for (float& mean : means)
            mean = cubeRoot(std::max(mean, 0.0F));
    else if (p != 1.0F)
        for (float& mean : means)
            mean = std::pow(std::max(mean, 0.0F), 1.0F / p);
}

} // namespace

WindowPooling::WindowPooling(const FeatureMap& map, float p)
    : channels_(map.channels),
      columns_(map.width),
      rows_(map.height),
      p_(p),
      sums_(static_cast<std::size_t>(map.channels) * static_cast<std::size_t>(map.width + 1) *
            static_cast<std::size_t>(map.height + 1)) {
    // The usual powers are products: std::pow for each cell would take longer than decoding a small photo.
    const auto atLeast = [](float value) { return static_cast<double>(std::max(value, smallestActivation)); };
    if (p == 1.0F)
        addUp(map, [](float value) { return static_cast<double>(value); });
    else if (p == 3.0F)
        addUp(map, [atLeast](float value) { return atLeast(value) * atLeast(value) * atLeast(value); });
    else
        addUp(map, [atLeast, p](float value) { return std::pow(atLeast(value), static_cast<double>(p)); });
}

template <typename Power>
void WindowPooling::addUp(const FeatureMap& map, Power power) {
    const auto channels = static_cast<std::size_t>(channels_);
    const auto columns = static_cast<std::size_t>(columns_);
    const auto rows = static_cast<std::size_t>(rows_);
    std::vector<double> rowSums(channels);
    for (std::size_t y = 0; y < rows; ++y) {
        std::ranges::fill(rowSums, 0.0);
        for (std::size_t x = 0; x < columns; ++x) {
            const float* const cell = map.values.data() + y * columns + x;
            const double* const above = sums_.data() + (y * (columns + 1) + x + 1) * channels;
            double* const here = sums_.data() + ((y + 1) * (columns + 1) + x + 1) * channels;
            for (std::size_t c = 0; c < channels; ++c) {
                rowSums[c] += power(cell[c * rows * columns]);
                here[c] = above[c] + rowSums[c];
            }
        }
    }
}

const double* WindowPooling::sumsAt(int x, int y) const {
    const std::size_t cell =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_ + 1) + static_cast<std::size_t>(x);
    return sums_.data() + cell * static_cast<std::size_t>(channels_);
}

Descriptor WindowPooling::pool(const CellWindow& window) const {
    const int right = window.x + window.width;
    const int bottom = window.y + window.height;
    const double* const topLeft = sumsAt(window.x, window.y);
    const double* const topRight = sumsAt(right, window.y);
    const double* const bottomLeft = sumsAt(window.x, bottom);
    const double* const bottomRight = sumsAt(right, bottom);
    const double share = 1.0 / (static_cast<double>(window.width) * window.height);
    Descriptor pooled(static_cast<std::size_t>(channels_));
    for (std::size_t c = 0; c < pooled.size(); ++c)
        pooled[c] = static_cast<float>((bottomRight[c] - topRight[c] - bottomLeft[c] + topLeft[c]) * share);
    takeRoots(pooled, p_);
    normalise(pooled);
    return pooled;
}

} // namespace likeness
