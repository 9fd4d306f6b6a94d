// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled where oneDNN is not installed.
#include "core/hashing/matrix_product.h"

#include <Eigen/Core>

namespace likeness {

std::vector<float> timesTransposed(const MatrixRows& a, const MatrixRows& b) {
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const RowMajor> left(a.values.data(), a.rows(), a.columns);
    const Eigen::Map<const RowMajor> right(b.values.data(), b.rows(), b.columns);
    std::vector<float> product(static_cast<std::size_t>(a.rows()) * static_cast<std::size_t>(b.rows()));
    Eigen::Map<RowMajor>(product.data(), a.rows(), b.rows()).noalias() = left * right.transpose();
    return product;
}

} // namespace likeness
