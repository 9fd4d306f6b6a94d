// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/whitening_fit.h"

#include "core/hashing/linear_algebra.h"
#include "core/hashing/training_input.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace likeness {

Result<AffineMap> fitWhitening(const DescriptorMatrix& samples, int dimensions, double power) {
    if (auto checked = checkSamples(samples, dimensions + 1); !checked)
        return checked.error();
    if (dimensions < 1 || dimensions > samples.length)
        return makeError(ErrorCode::InvalidArgument,
                         {"1 to " + std::to_string(samples.length) + " dimensions can be kept here"});
    const PrincipalComponents pca = principalComponents(toMatrix(samples), dimensions);
    const Eigen::VectorXd scale =
        pca.variances.unaryExpr([power](double v) { return std::pow(std::max(v, 1e-12), -power / 2); });
    return toAffineMap(pca.mean, scale.asDiagonal() * pca.axes.transpose());
}

} // namespace likeness
