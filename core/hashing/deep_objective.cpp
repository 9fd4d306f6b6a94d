// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_objective.h"

#include <cmath>

namespace likeness {

UnitRows::UnitRows(const RowMajorFloats& outputs)
    : norms(outputs.rowwise().norm().cwiseMax(1e-6F)), rows(norms.cwiseInverse().asDiagonal() * outputs) {}

RowMajorFloats UnitRows::backward(const RowMajorFloats& gradient) const {
    const Eigen::VectorXf along = gradient.cwiseProduct(rows).rowwise().sum();
    return norms.cwiseInverse().asDiagonal() * (gradient - along.asDiagonal() * rows);
}

double crossEntropy(RowMajorFloats& logits, std::span<const int> targets) {
    double loss = 0.0;
    for (Eigen::Index i = 0; i < logits.rows(); ++i) {
        auto row = logits.row(i).array();
        const int target = targets[static_cast<std::size_t>(i)];
        row = (row - row.maxCoeff()).exp().eval();
        row /= row.sum();
        loss -= std::log(static_cast<double>(row[target]) + 1e-12);
        row[target] -= 1.0F;
    }
    return loss / static_cast<double>(logits.rows());
}

} // namespace likeness
