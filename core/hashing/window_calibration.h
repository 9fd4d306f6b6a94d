// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/codebook.h"
#include "core/hashing/descriptor_matrix.h"

#include <cstdint>

namespace likeness {

/// The calibrations of a codebook of regions or parts, from descriptors of windows without labels: two
/// windows are alike as far as `reference`, the pack's codebook of that granularity, calls them alike. On
/// pairs of about 1,000 of the windows: each of a few hundred with its nearest and with random others.
/// Rerank::Expansion takes over that of the scores before.
Calibrations calibrateWindows(const Codebook& codebook, const Codebook& reference,
                              const DescriptorMatrix& samples, std::uint64_t seed);

} // namespace likeness
