// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/window_pooling.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

constexpr float smallestActivation = 1e-6F;

/// value^p and its p-th root, without std::pow for the powers that packs use.
double powered(float value, float p) {
    if (p == 1.0F)
        return value;
    const double v = std::max(value, smallestActivation);
    return p == 3.0F ? v * v * v : std::pow(v, static_cast<double>(p));
}

float rooted(double mean, float p) {
    if (p == 1.0F)
        return static_cast<float>(mean);
    // Differences of sums can fall below the smallest power by rounding.
    const double value = std::max(mean, 0.0);
    return static_cast<float>(p == 3.0F ? std::cbrt(value) : std::pow(value, 1.0 / static_cast<double>(p)));
}

} // namespace

WindowPooling::WindowPooling(const FeatureMap& map, float p)
    : channels_(map.channels),
      columns_(map.width),
      rows_(map.height),
      p_(p),
      sums_(static_cast<std::size_t>(map.channels) * static_cast<std::size_t>(map.width + 1) *
            static_cast<std::size_t>(map.height + 1)) {
    const auto channels = static_cast<std::size_t>(channels_);
    const auto stride = static_cast<std::size_t>(columns_ + 1) * channels;
    for (std::size_t c = 0; c < channels; ++c) {
        const auto cells = map.channel(static_cast<int>(c));
        for (std::size_t y = 0; y < static_cast<std::size_t>(rows_); ++y) {
            double row = 0;
            for (std::size_t x = 0; x < static_cast<std::size_t>(columns_); ++x) {
                row += powered(cells[y * static_cast<std::size_t>(columns_) + x], p_);
                const std::size_t above = y * stride + (x + 1) * channels + c;
                sums_[above + stride] = sums_[above] + row;
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
        pooled[c] = rooted((bottomRight[c] - topRight[c] - bottomLeft[c] + topLeft[c]) * share, p_);
    normalise(pooled);
    return pooled;
}

} // namespace likeness
