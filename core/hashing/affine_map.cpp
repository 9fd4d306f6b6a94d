// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/affine_map.h"

#include <Eigen/Core>
#include <cassert>

namespace likeness {

std::vector<float> AffineMap::apply(std::span<const float> x) const {
    assert(static_cast<int>(x.size()) == columns);
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const RowMajor> w(weights.data(), rows, columns);
    const Eigen::Map<const Eigen::VectorXf> input(x.data(), columns);
    const Eigen::Map<const Eigen::VectorXf> centre(mean.data(), columns);
    std::vector<float> y(static_cast<std::size_t>(rows));
    Eigen::Map<Eigen::VectorXf>(y.data(), rows).noalias() = w * (input - centre);
    return y;
}

} // namespace likeness
