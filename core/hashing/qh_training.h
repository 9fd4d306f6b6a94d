// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace likeness {

struct QhOptions {
    int bits = 256;
    int levels = 0;      // of each dimension, 2 or more; 0 takes what was measured to be best at this length
    int iterations = 50; // of the rotation
    std::uint64_t seed = 1;
};

/// Quantisation hashing: PCA to bits / (levels - 1) dimensions, rotated as for ITQ so that all dimensions
/// tell about the same, each cut into levels where k-means in one dimension puts its borders. See
/// ThresholdEncoder. The same samples and seed give the same encoder. TrainingDataTooFew, InvalidArgument,
/// Cancelled.
Result<std::shared_ptr<const Encoder>> trainQh(const DescriptorMatrix& samples, const QhOptions& options,
                                               const std::stop_token& stop = {});

} // namespace likeness
