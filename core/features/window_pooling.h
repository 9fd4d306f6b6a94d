// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/pooling.h"
#include "core/features/window_grid.h"

#include <cstddef>
#include <vector>

namespace likeness {

/// GeM pooling of any window of a map in time that doesn't depend on the window's size: a summed-area table
/// (Crow 1984) of max(v, 1e-6)^p for each channel. p = 1 gives the plain mean of each window, of negative
/// values too.
class WindowPooling {
public:
    WindowPooling(const FeatureMap& map, float p);

    int columns() const { return columns_; }
    int rows() const { return rows_; }

    /// Channels of the window's pooled vector, L2 norm 1: of the whole map, what gemPool() gives.
    Descriptor pool(const CellWindow& window) const;

private:
    /// `power` turns a cell into what is summed.
    template <typename Power>
    void addUp(const FeatureMap& map, Power power);
    const double* sumsAt(int x, int y) const;

    int channels_;
    int columns_;
    int rows_;
    float p_;
    std::vector<double> sums_; // (rows + 1) x (columns + 1) x channels
};

} // namespace likeness
