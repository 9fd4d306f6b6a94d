// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace likeness {

struct ChOptions {
    int bits = 256;
    int dimensions = 128; // principal components that are clustered, at most
    int clusters = 256;   // in each book, at most a quarter of the samples
    int bitsPerBook = 32; // about; the books share the bits evenly
    std::uint64_t seed = 1;
};

/// Cluster hashing: k-means clusters, several times over from different starts, of the samples' principal
/// components. Each centre gets the code that ITQ, trained on the centres alone, gives it, so that near
/// centres have near codes. See ClusterEncoder. Good on kinds of photos that the samples hold, poor on
/// others: for codebooks trained on the library that they serve. The same samples and seed give the same
/// encoder. TrainingDataTooFew, InvalidArgument, Cancelled.
Result<std::shared_ptr<const Encoder>> trainCh(const DescriptorMatrix& samples, const ChOptions& options,
                                               const std::stop_token& stop = {});

} // namespace likeness
