// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/linear_algebra.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace likeness {

struct KMeansOptions {
    int clusters = 256; // at most the number of points
    int iterations = 15;
    std::uint64_t seed = 1;
};

struct Clusters {
    RowMajorFloats centres;   // one in each row
    std::vector<int> nearest; // each point's centre
    double meanDistance = 0;  // squared, of a point and its centre
};

/// k-means (Lloyd 1982) on points in rows, from random points; a centre without points moves to the point
/// that is farthest from its own. Cancelled.
Result<Clusters> kMeans(const RowMajorFloats& points, const KMeansOptions& options,
                        const std::stop_token& stop = {});

/// The levels - 1 ascending borders between the centres of k-means in one dimension, started from quantiles.
/// `values` holds at least one.
std::vector<float> kMeansThresholds(std::vector<float> values, int levels);

} // namespace likeness
