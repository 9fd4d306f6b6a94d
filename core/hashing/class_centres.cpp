// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/class_centres.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace likeness {
namespace {

/// Entry of Sylvester's Hadamard matrix.
float hadamard(unsigned row, unsigned column) {
    return std::popcount(row & column) % 2 == 0 ? 1.0F : -1.0F;
}

Eigen::RowVectorXf randomSigns(int bits, std::mt19937_64& random) {
    return Eigen::RowVectorXf::NullaryExpr(bits, [&] { return (random() >> 63) != 0 ? 1.0F : -1.0F; });
}

RowMajorFloats orthogonalCentres(int classes, int bits, std::mt19937_64& random) {
    const Eigen::RowVectorXf signs = randomSigns(classes, random);
    RowMajorFloats centres(classes, bits);
    for (int row = 0; row < classes; ++row)
        for (int bit = 0; bit < bits; ++bit)
            centres(row, bit) = signs[row] * hadamard(static_cast<unsigned>(row), static_cast<unsigned>(bit));
    return centres;
}

RowMajorFloats distantCentres(int classes, int bits, std::mt19937_64& random) {
    constexpr int candidates = 30;
    RowMajorFloats centres(classes, bits);
    for (int row = 0; row < classes; ++row) {
        float smallest = std::numeric_limits<float>::max();
        for (int i = 0; i < candidates; ++i) {
            const Eigen::RowVectorXf candidate = randomSigns(bits, random);
            const float nearest = row == 0 ? 0.0F : (centres.topRows(row) * candidate.transpose()).maxCoeff();
            if (nearest < smallest) {
                smallest = nearest;
                centres.row(row) = candidate;
            }
        }
    }
    return centres;
}

} // namespace

RowMajorFloats makeClassCentres(int classes, int bits, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const bool fits = classes <= bits && std::has_single_bit(static_cast<unsigned>(bits));
    return fits ? orthogonalCentres(classes, bits, random) : distantCentres(classes, bits, random);
}

ClassCentreObjective::ClassCentreObjective(std::vector<LabelSet> labels, const RowMajorFloats& centres,
                                           const ClassCentreOptions& options)
    : labels_(std::move(labels)),
      unitCentres_(centres / std::sqrt(static_cast<float>(centres.cols()))),
      options_(options) {}

std::vector<int> ClassCentreObjective::rowsOf(std::span<const int> anchors,
                                              std::mt19937_64& /*random*/) const {
    return {anchors.begin(), anchors.end()};
}

LossAndGradient ClassCentreObjective::loss(const RowMajorFloats& outputs, std::span<const int> rows) const {
    assert(outputs.rows() == static_cast<Eigen::Index>(rows.size()));
    std::vector<LabelSet> targets;
    for (int row : rows)
        targets.push_back(labels_[static_cast<std::size_t>(row)]);
    const UnitRows unit(outputs);
    RowMajorFloats logits = unit.rows * unitCentres_.transpose();
    for (std::size_t i = 0; i < targets.size(); ++i)
        for (const int target : targets[i])
            logits(static_cast<Eigen::Index>(i), target) -= options_.margin;
    logits *= options_.scale;
    const double loss = crossEntropy(logits, targets);
    const float perRow = options_.scale / static_cast<float>(outputs.rows());
    return {loss, unit.backward(logits * unitCentres_ * perRow)};
}

} // namespace likeness
