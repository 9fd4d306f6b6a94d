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
    return crossEntropy(logits, singleLabels(targets));
}

double crossEntropy(RowMajorFloats& logits, std::span<const LabelSet> targets) {
    double loss = 0.0;
    for (Eigen::Index i = 0; i < logits.rows(); ++i) {
        auto row = logits.row(i).array();
        const LabelSet& wanted = targets[static_cast<std::size_t>(i)];
        const float share = 1.0F / static_cast<float>(wanted.size());
        row = (row - row.maxCoeff()).exp().eval();
        row /= row.sum();
        for (const int target : wanted) {
            loss -= static_cast<double>(share) * std::log(static_cast<double>(row[target]) + 1e-12);
            row[target] -= share;
        }
    }
    return loss / static_cast<double>(logits.rows());
}

} // namespace likeness
