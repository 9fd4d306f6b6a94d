// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/lsh_training.h"

#include "core/hashing/linear_algebra.h"
#include "core/hashing/linear_encoder.h"
#include "core/hashing/training_input.h"

#include <algorithm>

namespace likeness {

Result<std::shared_ptr<const Encoder>> trainLsh(const DescriptorMatrix& samples, const LshOptions& options,
                                                const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    Eigen::MatrixXd weights(options.bits, samples.length);
    for (int first = 0; first < options.bits; first += samples.length) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        const int size = std::min(samples.length, options.bits - first);
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(first);
        weights.middleRows(first, size) = randomDirections(samples.length, size, seed).transpose();
    }
    const Eigen::RowVectorXd mean = toMatrix(samples).colwise().mean();
    return std::shared_ptr<const Encoder>(
        std::make_shared<LinearEncoder>(std::string(lshMethod), toAffineMap(mean, weights)));
}

} // namespace likeness
