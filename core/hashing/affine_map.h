// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace likeness {

/// y = W (x - mean), with W of `rows` x `columns`, row-major: what ITQ, LSH and whitening are made of.
struct AffineMap {
    int rows = 0;
    int columns = 0;
    std::vector<float> mean;    // columns
    std::vector<float> weights; // rows x columns

    std::vector<float> apply(std::span<const float> x) const;
};

} // namespace likeness
