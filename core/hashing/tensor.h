// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace likeness {

/// A named matrix of learned values, row-major: what codebook files consist of.
struct Tensor {
    std::string name;
    int rows = 0;
    int columns = 0;
    std::vector<float> values; // rows x columns
};

} // namespace likeness
