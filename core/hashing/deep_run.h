// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/deep_objective.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace likeness {

struct DeepRunOptions {
    int batch = 64;
    float learningRate = 2e-3F;
    float weightDecay = 5e-4F;
    float dropout = 0.5F;        // share of a descriptor's values left out at each step
    float startDeviation = 1.0F; // of each output at the start: the smaller, the faster its weights turn
    std::uint64_t seed = 1;
};

/// Trains one linear layer followed by batch normalisation without scale and offset (Ioffe and Szegedy 2015),
/// which centres every bit and gives all the same say, by AdamW (Loshchilov and Hutter 2019).
class DeepRun {
public:
    /// Descriptors in rows; `start` has a row of weights for each bit.
    DeepRun(RowMajorFloats descriptors, RowMajorFloats start, std::unique_ptr<const DeepObjective> objective,
            const DeepRunOptions& options);

    /// One pass over all samples in random order. The mean loss; nothing where it was stopped.
    std::optional<double> epoch(const std::stop_token& stop);

    /// Layer and normalisation as one map of descriptors.
    AffineMap map() const;

private:
    void step(const RowMajorFloats& inputs, const RowMajorFloats& normalised,
              const Eigen::RowVectorXf& deviations, const RowMajorFloats& gradient);
    RowMajorFloats batchOf(const std::vector<int>& rows);

    Eigen::RowVectorXf mean_;
    float inputScale_ = 1.0F;
    RowMajorFloats inputs_; // centred, scaled to a common length
    RowMajorFloats weights_;
    RowMajorFloats momentum_;
    RowMajorFloats squares_;
    int steps_ = 0;
    std::unique_ptr<const DeepObjective> objective_;
    DeepRunOptions options_;
    std::mt19937_64 random_;
};

} // namespace likeness
