// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/window_codes.h"

#include <random>
#include <vector>

namespace likeness::testing {

inline std::vector<float> randomValues(std::mt19937& random, int count) {
    std::normal_distribution<float> normal;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = normal(random);
    return values;
}

inline HashCode randomCode(std::mt19937& random, int bits) {
    return HashCode::fromSigns(randomValues(random, bits));
}

/// Codes of windows 0, step, 2 x step, …
inline WindowCodes randomWindows(std::mt19937& random, int bits, int count, int step = 1) {
    WindowCodes codes;
    codes.bits = bits;
    for (int i = 0; i < count; ++i)
        codes.add(static_cast<std::uint16_t>(i * step), randomCode(random, bits));
    return codes;
}

} // namespace likeness::testing
