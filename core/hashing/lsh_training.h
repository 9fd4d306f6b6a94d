// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace likeness {

struct LshOptions {
    int bits = 256;
    std::uint64_t seed = 1;
};

/// Locality-sensitive hashing: the signs of projections onto random directions (Charikar 2002) through the
/// samples' mean. The directions of a batch, as many as a descriptor has values, are orthogonal to each
/// other, which lowers the variance of the estimated angle (Ji, Li, Yan, Zhang and Tian 2012). Nothing but
/// the mean is learned. The same samples and seed give the same encoder. TrainingDataTooFew, InvalidArgument,
/// Cancelled.
Result<std::shared_ptr<const Encoder>> trainLsh(const DescriptorMatrix& samples, const LshOptions& options,
                                                const std::stop_token& stop = {});

} // namespace likeness
