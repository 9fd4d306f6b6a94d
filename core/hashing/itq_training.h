// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

namespace likeness {

/// `count` descriptors of `length` values each, one after the other.
struct DescriptorMatrix {
    std::span<const float> values;
    int count = 0;
    int length = 0;
};

struct ItqOptions {
    int bits = 256;
    int iterations = 50;
    std::uint64_t seed = 1;
};

/// Iterative quantisation (Gong and Lazebnik 2011): PCA to `bits` dimensions, then the rotation that brings
/// the projected samples nearest to the corners of the cube, by alternating minimisation. The same samples
/// and seed give the same encoder. TrainingDataTooFew below bits + 1 samples; Cancelled.
Result<std::shared_ptr<const Encoder>> trainItq(const DescriptorMatrix& samples, const ItqOptions& options,
                                                const std::stop_token& stop = {});

/// Principal components divided by singular value^power (1 whitens fully, .5 half; Jegou and Chum 2012).
/// TrainingDataTooFew below dimensions + 1 samples.
Result<AffineMap> fitWhitening(const DescriptorMatrix& samples, int dimensions, double power);

} // namespace likeness
