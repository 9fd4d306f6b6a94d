// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace likeness {

struct ItqOptions {
    int bits = 256;
    int iterations = 50;
    std::uint64_t seed = 1;
    /// Components are divided by singular value^this first, so that rare directions get bits, too; 0: ITQ as
    /// published.
    double whiteningPower = 0;
};

/// What codes of parts take for it: spots of rarer kinds count more.
inline constexpr double partWhiteningPower = 0.25;

/// Iterative quantisation (Gong and Lazebnik 2011): PCA to `bits` dimensions, then the rotation that brings
/// the projected samples nearest to the corners of the cube, by alternating minimisation. Where samples or
/// descriptors have fewer dimensions than there are bits (and beyond 512, where one rotation takes too long),
/// several rotations that start independently share the bits. The same samples and seed give the same
/// encoder. TrainingDataTooFew, InvalidArgument, Cancelled.
Result<std::shared_ptr<const Encoder>> trainItq(const DescriptorMatrix& samples, const ItqOptions& options,
                                                const std::stop_token& stop = {});

} // namespace likeness
