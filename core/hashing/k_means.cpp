// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/k_means.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <random>

namespace likeness {
namespace {

RowMajorFloats randomPoints(const RowMajorFloats& points, int count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<Eigen::Index> order(static_cast<std::size_t>(points.rows()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    RowMajorFloats chosen(count, points.cols());
    for (int i = 0; i < count; ++i) { // Fisher and Yates; std::shuffle differs between libraries
        const auto from = static_cast<std::size_t>(i);
        std::swap(order[from], order[from + random() % (order.size() - from)]);
        chosen.row(i) = points.row(order[from]);
    }
    return chosen;
}

/// Fills nearest and gives each point's squared distance to its centre.
Eigen::VectorXf assign(const RowMajorFloats& points, Clusters& clusters) {
    Eigen::MatrixXf scores = -2.0F * points * clusters.centres.transpose();
    scores.rowwise() += clusters.centres.rowwise().squaredNorm().transpose();
    Eigen::VectorXf distances = points.rowwise().squaredNorm();
    clusters.nearest.resize(static_cast<std::size_t>(points.rows()));
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        Eigen::Index best = 0;
        distances[i] = std::max(0.0F, distances[i] + scores.row(i).minCoeff(&best));
        clusters.nearest[static_cast<std::size_t>(i)] = static_cast<int>(best);
    }
    clusters.meanDistance = static_cast<double>(distances.mean());
    return distances;
}

void moveCentres(const RowMajorFloats& points, Eigen::VectorXf distances, Clusters& clusters) {
    RowMajorFloats sums = RowMajorFloats::Zero(clusters.centres.rows(), points.cols());
    Eigen::VectorXf counts = Eigen::VectorXf::Zero(clusters.centres.rows());
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        const int c = clusters.nearest[static_cast<std::size_t>(i)];
        sums.row(c) += points.row(i);
        counts[c] += 1.0F;
    }
    for (Eigen::Index c = 0; c < counts.size(); ++c) {
        if (counts[c] > 0.0F) {
            clusters.centres.row(c) = sums.row(c) / counts[c];
            continue;
        }
        Eigen::Index farthest = 0;
        distances.maxCoeff(&farthest);
        clusters.centres.row(c) = points.row(farthest);
        distances[farthest] = 0.0F;
    }
}

/// The mean of each level, of ascending values cut by the thresholds; an empty level keeps its old centre.
void moveLevels(const std::vector<float>& values, const std::vector<float>& thresholds,
                std::vector<float>& centres) {
    auto begin = values.begin();
    for (std::size_t level = 0; level < centres.size(); ++level) {
        const auto end = level < thresholds.size() ? std::upper_bound(begin, values.end(), thresholds[level])
                                                   : values.end();
        if (begin != end)
            centres[level] =
                static_cast<float>(std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin));
        begin = end;
    }
}

std::vector<float> bordersBetween(const std::vector<float>& centres) {
    std::vector<float> borders;
    for (std::size_t level = 1; level < centres.size(); ++level)
        borders.push_back((centres[level - 1] + centres[level]) / 2.0F);
    return borders;
}

} // namespace

Result<Clusters> kMeans(const RowMajorFloats& points, const KMeansOptions& options,
                        const std::stop_token& stop) {
    assert(options.clusters <= points.rows());
    Clusters clusters;
    clusters.centres = randomPoints(points, options.clusters, options.seed);
    for (int i = 0; i < options.iterations; ++i) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        moveCentres(points, assign(points, clusters), clusters);
    }
    assign(points, clusters);
    return clusters;
}

std::vector<float> kMeansThresholds(std::vector<float> values, int levels) {
    constexpr int iterations = 100;
    std::ranges::sort(values);
    std::vector<float> centres;
    for (int level = 0; level < levels; ++level) {
        const double quantile = (level + 0.5) / levels;
        centres.push_back(values[static_cast<std::size_t>(quantile * static_cast<double>(values.size()))]);
    }
    std::vector<float> borders = bordersBetween(centres);
    for (int i = 0; i < iterations; ++i) {
        moveLevels(values, borders, centres);
        std::vector<float> moved = bordersBetween(centres);
        if (moved == borders)
            break;
        borders = std::move(moved);
    }
    return borders;
}

} // namespace likeness
