// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/itq_training.h"

#include "core/hashing/linear_algebra.h"
#include "core/hashing/linear_encoder.h"
#include "core/hashing/training_input.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

constexpr int largestRotation = 512;

} // namespace

Result<std::shared_ptr<const Encoder>> trainItq(const DescriptorMatrix& samples, const ItqOptions& options,
                                                const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    const Eigen::MatrixXd all = toMatrix(samples);
    const int dimensions = std::min({options.bits, samples.length, samples.count - 1, largestRotation});
    PrincipalComponents pca = principalComponents(all, dimensions);
    const Eigen::VectorXd scale = pca.variances.unaryExpr(
        [&](double v) { return std::pow(std::max(v, 1e-12), -options.whiteningPower / 2); });
    pca.axes *= scale.asDiagonal();
    const Eigen::MatrixXd projected = (all.rowwise() - pca.mean) * pca.axes;
    const int rotations = (options.bits + dimensions - 1) / dimensions;
    Eigen::MatrixXd weights(options.bits, samples.length);
    for (int i = 0; i < rotations; ++i) {
        const int first = options.bits * i / rotations;
        const int size = options.bits * (i + 1) / rotations - first;
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
        const auto rotation = itqRotation(projected.leftCols(size), {options.iterations, seed}, stop);
        if (!rotation)
            return rotation.error();
        weights.middleRows(first, size) = (pca.axes.leftCols(size) * *rotation).transpose();
    }
    return std::shared_ptr<const Encoder>(
        std::make_shared<LinearEncoder>(std::string(itqMethod), toAffineMap(pca.mean, weights)));
}

} // namespace likeness
