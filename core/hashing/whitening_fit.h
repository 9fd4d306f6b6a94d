// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/descriptor_matrix.h"

namespace likeness {

/// Principal components divided by singular value^power (1 whitens fully, .5 half; Jegou and Chum 2012).
/// TrainingDataTooFew below dimensions + 1 samples.
Result<AffineMap> fitWhitening(const DescriptorMatrix& samples, int dimensions, double power);

} // namespace likeness
