// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_search.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace likeness {
namespace {

std::vector<SupervisedOptions> pointsOf(const DeepGrid& grid, const SupervisedOptions& options) {
    std::vector<SupervisedOptions> points;
    for (float learningRate : grid.learningRates)
        for (float dropout : grid.dropouts)
            for (float margin : grid.margins) {
                SupervisedOptions point = options;
                point.schedule.learningRate = learningRate;
                point.schedule.dropout = dropout;
                point.margin = margin;
                points.push_back(point);
            }
    return points;
}

} // namespace

Result<std::vector<DeepTrial>> searchDeepOptions(const DescriptorMatrix& samples,
                                                 std::span<const LabelSet> labels,
                                                 const SupervisedOptions& options, int folds,
                                                 const DeepGrid& grid, const TrialWatch& watch,
                                                 const std::stop_token& stop) {
    const std::vector<SupervisedOptions> points = pointsOf(grid, options);
    std::vector<DeepTrial> trials;
    for (const SupervisedOptions& point : points) {
        const auto maps = crossValidate(samples, labels, point, folds, {}, stop);
        if (!maps && maps.error().code == ErrorCode::Cancelled && !trials.empty())
            break;
        if (!maps)
            return maps.error();
        const double sum = std::accumulate(maps->begin(), maps->end(), 0.0);
        trials.push_back({point, sum / static_cast<double>(maps->size())});
        if (watch)
            watch(trials.back(), static_cast<int>(trials.size()), static_cast<int>(points.size()));
    }
    std::ranges::stable_sort(trials, std::ranges::greater(), &DeepTrial::map);
    return trials;
}

} // namespace likeness
