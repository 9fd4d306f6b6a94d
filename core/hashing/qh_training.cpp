// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/qh_training.h"

#include "core/hashing/k_means.h"
#include "core/hashing/threshold_encoder.h"
#include "core/hashing/training_input.h"

#include <algorithm>

namespace likeness {
namespace {

/// Measured: two levels keep more dimensions, which short codes need more than finer levels.
int levelsFor(const QhOptions& options) {
    constexpr int shortCode = 96;
    if (options.levels > 0)
        return options.levels;
    return options.bits < shortCode ? 2 : 3;
}

std::vector<float> thresholdsOf(const Eigen::MatrixXd& projected, int bits) {
    const int dimensions = static_cast<int>(projected.cols());
    std::vector<float> thresholds;
    for (int d = 0; d < dimensions; ++d) {
        const Eigen::VectorXf column = projected.col(d).cast<float>();
        const int levels = ThresholdEncoder::firstBit(d + 1, dimensions, bits) -
                           ThresholdEncoder::firstBit(d, dimensions, bits) + 1;
        const auto cuts = kMeansThresholds({column.begin(), column.end()}, levels);
        thresholds.insert(thresholds.end(), cuts.begin(), cuts.end());
    }
    return thresholds;
}

} // namespace

Result<std::shared_ptr<const Encoder>> trainQh(const DescriptorMatrix& samples, const QhOptions& options,
                                               const std::stop_token& stop) {
    constexpr int largestRotation = 512;
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    const int levels = levelsFor(options);
    if (levels < 2 || levels > samples.count)
        return makeError(ErrorCode::InvalidArgument, {"a dimension has 2 or more levels"});
    const int wanted = (options.bits + levels - 2) / (levels - 1);
    const int dimensions = std::min({wanted, samples.length, samples.count - 1, largestRotation});
    const Eigen::MatrixXd all = toMatrix(samples);
    const PrincipalComponents pca = principalComponents(all, dimensions);
    const Eigen::MatrixXd projected = (all.rowwise() - pca.mean) * pca.axes;
    const auto rotation = itqRotation(projected, {options.iterations, options.seed}, stop);
    if (!rotation)
        return rotation.error();
    AffineMap map = toAffineMap(pca.mean, (pca.axes * *rotation).transpose());
    return std::shared_ptr<const Encoder>(std::make_shared<ThresholdEncoder>(
        std::move(map), thresholdsOf(projected * *rotation, options.bits)));
}

} // namespace likeness
