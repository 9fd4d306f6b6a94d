// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/features/model_pack.h"
#include "core/hashing/codebook.h"
#include "core/hashing/descriptor_matrix.h"

#include <cstdint>
#include <span>

namespace likeness {

struct CalibrationSamples {
    DescriptorMatrix matrix;
    std::span<const LabelSet> labels; // one for each sample, or none
    std::span<const int> held;        // samples that the codebook didn't learn from, ascending; or none
    std::uint64_t seed = 1;
};

/// Fits all of a codebook of whole photos on pairs of about 1,000 of the samples: each of a few hundred with
/// its nearest and random others. Those few hundred are held-out samples, and the others not, where there are
/// held-out ones. With labels a pair is alike if it shares one; without as far as `reference`, the pack's
/// default codebook, calls it alike. Both codebooks have a whitening.
Calibrations calibrate(const Codebook& codebook, const ModelPack& pack, const Codebook& reference,
                       const CalibrationSamples& samples);

} // namespace likeness
