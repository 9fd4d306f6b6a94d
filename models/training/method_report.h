// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "models/training/codebook_fit.h"

#include <ostream>

namespace likeness::training {

/// Leave-one-set-out: prints, for every hash method, how well the codes of each labelled set are searched in
/// Hamming order (mAP) when the method was trained, without labels, on all other sets. `codebook` gives the
/// whitening. The errors of the methods' training.
Result<void> printMethods(const std::vector<Sample>& samples, const ModelPack& pack, const Codebook& codebook,
                          const FitOptions& options, std::ostream& out);

} // namespace likeness::training
