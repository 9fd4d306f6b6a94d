// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/hashing/linear_algebra.h"

#include <random>
#include <span>
#include <vector>

namespace likeness {

struct LossAndGradient {
    double loss = 0.0;
    RowMajorFloats gradient; // of the loss, by each output
};

/// What a deep hash is trained towards. Rows number the samples trained on.
class DeepObjective {
public:
    DeepObjective() = default;
    DeepObjective(const DeepObjective&) = delete;
    DeepObjective& operator=(const DeepObjective&) = delete;
    DeepObjective(DeepObjective&&) = delete;
    DeepObjective& operator=(DeepObjective&&) = delete;
    virtual ~DeepObjective() = default;

    /// The rows that a mini-batch of these anchors consists of.
    virtual std::vector<int> rowsOf(std::span<const int> anchors, std::mt19937_64& random) const = 0;

    /// Mean loss of a mini-batch; `outputs` has a row for each of `rows`, a column for each bit, and every
    /// column has mean 0 and variance 1.
    virtual LossAndGradient loss(const RowMajorFloats& outputs, std::span<const int> rows) const = 0;
};

/// Rows scaled to L2 norm 1, and back-propagation through that.
struct UnitRows {
    explicit UnitRows(const RowMajorFloats& outputs);
    /// The gradient by the outputs, given that by the unit rows.
    RowMajorFloats backward(const RowMajorFloats& gradient) const;

    Eigen::VectorXf norms;
    RowMajorFloats rows;
};

/// Turns each row of logits into softmax minus 1 at its target, which is the gradient of the cross-entropy by
/// the logits, and gives the mean cross-entropy.
double crossEntropy(RowMajorFloats& logits, std::span<const int> targets);

/// The same for rows with several targets, each of which shall have the same share of the probability.
double crossEntropy(RowMajorFloats& logits, std::span<const LabelSet> targets);

} // namespace likeness
