// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_run.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace likeness {
namespace {

constexpr float smallestVariance = 1e-5F;

Eigen::RowVectorXf deviationsOf(const RowMajorFloats& centred) {
    const Eigen::RowVectorXf variances = centred.colwise().squaredNorm() / static_cast<float>(centred.rows());
    return (variances.array() + smallestVariance).sqrt();
}

/// Fisher and Yates; std::shuffle differs between libraries.
std::vector<int> shuffledRows(Eigen::Index count, std::mt19937_64& random) {
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[random() % i]);
    return rows;
}

/// Sets values to zero with probability `share`, and scales up the others so that the mean stays.
void dropOut(RowMajorFloats& values, float share, std::mt19937_64& random) {
    if (share <= 0.0F)
        return;
    const auto threshold = static_cast<std::uint64_t>(share * 65536.0F);
    const float kept = 1.0F / (1.0F - share);
    std::uint64_t bits = 0;
    for (Eigen::Index i = 0; i < values.size(); ++i) {
        bits = i % 4 == 0 ? random() : bits >> 16;
        values.data()[i] *= (bits & 0xFFFFU) < threshold ? 0.0F : kept;
    }
}

} // namespace

DeepRun::DeepRun(RowMajorFloats descriptors, RowMajorFloats start,
                 std::unique_ptr<const DeepObjective> objective, const DeepRunOptions& options)
    : mean_(descriptors.colwise().mean()),
      inputs_(std::move(descriptors)),
      weights_(std::move(start)),
      momentum_(RowMajorFloats::Zero(weights_.rows(), weights_.cols())),
      squares_(momentum_),
      objective_(std::move(objective)),
      options_(options),
      random_(options.seed) {
    // The length at which these learning rates were found.
    constexpr float commonLength = 8.0F;
    inputs_.rowwise() -= mean_;
    const float length = std::sqrt(inputs_.squaredNorm() / static_cast<float>(inputs_.rows()));
    inputScale_ = commonLength / std::max(length, 1e-6F);
    inputs_ *= inputScale_;
    const RowMajorFloats outputs = inputs_ * weights_.transpose();
    weights_ = (options.startDeviation * deviationsOf(outputs).cwiseInverse()).asDiagonal() * weights_;
}

RowMajorFloats DeepRun::batchOf(const std::vector<int>& rows) {
    RowMajorFloats batch(static_cast<Eigen::Index>(rows.size()), inputs_.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        batch.row(static_cast<Eigen::Index>(i)) = inputs_.row(rows[i]);
    dropOut(batch, options_.dropout, random_);
    return batch;
}

std::optional<double> DeepRun::epoch(const std::stop_token& stop) {
    const std::vector<int> order = shuffledRows(inputs_.rows(), random_);
    const std::size_t size = std::min<std::size_t>(static_cast<std::size_t>(options_.batch), order.size());
    double loss = 0.0;
    int batches = 0;
    for (std::size_t first = 0; first + size <= order.size(); first += size) {
        if (stop.stop_requested())
            return std::nullopt;
        const auto rows = objective_->rowsOf(std::span(order).subspan(first, size), random_);
        const RowMajorFloats inputs = batchOf(rows);
        RowMajorFloats outputs = inputs * weights_.transpose();
        outputs.rowwise() -= outputs.colwise().mean().eval();
        const Eigen::RowVectorXf deviations = deviationsOf(outputs);
        outputs = outputs * deviations.cwiseInverse().asDiagonal();
        const LossAndGradient result = objective_->loss(outputs, rows);
        step(inputs, outputs, deviations, result.gradient);
        loss += result.loss;
        ++batches;
    }
    return loss / std::max(batches, 1);
}

void DeepRun::step(const RowMajorFloats& inputs, const RowMajorFloats& normalised,
                   const Eigen::RowVectorXf& deviations, const RowMajorFloats& gradient) {
    constexpr float keepMomentum = 0.9F;
    constexpr float keepSquares = 0.999F;
    const Eigen::RowVectorXf along = gradient.cwiseProduct(normalised).colwise().mean();
    RowMajorFloats byOutputs = gradient - normalised * along.asDiagonal();
    byOutputs.rowwise() -= gradient.colwise().mean();
    byOutputs = byOutputs * deviations.cwiseInverse().asDiagonal();
    const RowMajorFloats byWeights = byOutputs.transpose() * inputs;

    ++steps_;
    momentum_ += (1.0F - keepMomentum) * (byWeights - momentum_);
    squares_ += (1.0F - keepSquares) * (byWeights.cwiseAbs2() - squares_);
    const float momentumScale = 1.0F / (1.0F - std::pow(keepMomentum, static_cast<float>(steps_)));
    const float squaresScale = 1.0F / (1.0F - std::pow(keepSquares, static_cast<float>(steps_)));
    weights_ *= 1.0F - options_.learningRate * options_.weightDecay;
    weights_.array() -= options_.learningRate * momentumScale * momentum_.array() /
                        ((squares_ * squaresScale).array().sqrt() + 1e-8F);
}

AffineMap DeepRun::map() const {
    // All samples' outputs have mean 0, because the inputs are centred: only the deviations fold in.
    const RowMajorFloats outputs = inputs_ * weights_.transpose();
    const RowMajorFloats folded =
        (deviationsOf(outputs).cwiseInverse() * inputScale_).asDiagonal() * weights_;
    return toAffineMap(mean_.cast<double>(), folded.cast<double>());
}

} // namespace likeness
