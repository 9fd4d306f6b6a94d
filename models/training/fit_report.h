// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "models/training/codebook_fit.h"

#include <ostream>

namespace likeness::training {

/// Prints how well the labelled sets are searched: with the codebook of all samples, and with one that was
/// fitted without the set that is searched. Ways of ranking: Hamming order alone, the short list re-ranked by
/// the plain cosine of the descriptors, by the whitened cosine, by the asymmetric similarity, and by
/// rerankScore; and which similarities the calibration gives to the same photo, photos of a class, near
/// photos of other classes, and photos of other sets.
Result<void> printReport(const std::vector<Sample>& samples, const ModelPack& pack, const Codebook& codebook,
                         const FitOptions& options, std::ostream& out);

} // namespace likeness::training
