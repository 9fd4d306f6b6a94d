// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace likeness {

/// A matrix in rows, one after the other.
struct MatrixRows {
    std::span<const float> values;
    int columns = 0;

    int rows() const { return static_cast<int>(values.size()) / columns; }
};

/// A times the transpose of B: a.rows() x b.rows(), row by row. Both have the same number of columns. On one
/// thread, so that the same input always gives the same bits. On oneDNN, which uses what the CPU has; on
/// Eigen where oneDNN isn't installed.
std::vector<float> timesTransposed(const MatrixRows& a, const MatrixRows& b);

} // namespace likeness
