// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/deep_objective.h"

#include <cstdint>
#include <vector>

namespace likeness {

/// A code of 1 and -1 for each class, in rows, far from each other: rows of a Hadamard matrix, each with a
/// random sign, where `bits` is a power of two and not less than `classes` (so that all are orthogonal: Yuan
/// et al. 2020); otherwise the farthest of several random codes, one after the other.
RowMajorFloats makeClassCentres(int classes, int bits, std::uint64_t seed);

struct ClassCentreOptions {
    float margin = 0.2F; // by which the own class's cosine must be ahead
    float scale = 12.0F; // of the cosines, before the softmax
};

/// Cross-entropy of the classes by the cosine between outputs and class centres, with a margin (CosFace: Wang
/// et al. 2018): codes of a class gather around its centre. A sample of several classes has the mean of the
/// losses that it would have in each alone, as if it stood once in every class: it comes to lie between their
/// centres, near to what has any of them, which a centre of its own for each combination would forbid, and
/// with one class nothing is different. The margin is taken from all its classes, so that they don't compete.
class ClassCentreObjective final : public DeepObjective {
public:
    /// The classes of each row, as rows of `centres`.
    ClassCentreObjective(std::vector<LabelSet> labels, const RowMajorFloats& centres,
                         const ClassCentreOptions& options);

    std::vector<int> rowsOf(std::span<const int> anchors, std::mt19937_64& random) const override;
    LossAndGradient loss(const RowMajorFloats& outputs, std::span<const int> rows) const override;

private:
    std::vector<LabelSet> labels_;
    RowMajorFloats unitCentres_;
    ClassCentreOptions options_;
};

} // namespace likeness
