// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/quantised_descriptor.h"
#include "core/hashing/hash_code.h"
#include "core/hashing/recipe.h"

#include <span>

namespace likeness {

/// Cosine between a query's projection and the corner of the cube that a code names, -1 to 1: the asymmetric
/// distance, which keeps what the query would lose by becoming bits (Gordo, Perronnin, Gong and Lazebnik
/// 2014). 0 for a zero projection. Both have the same length.
double asymmetricSimilarity(std::span<const float> projected, const HashCode& code);

/// How alike a query and a photo of the short list are: the cosine of their whitened descriptors plus a
/// quarter of the asymmetric similarity, -1.25 to 1.25, larger is more alike. The codes are centred and
/// rotated on what the codebook was fitted on, which helps on familiar kinds of photos; the cosine holds on
/// others. A codebook's Calibration turns this score into the similarity that a person sees.
double rerankScore(const QueryCodes& query, const HashCode& code, const QuantisedDescriptor& rerank);

} // namespace likeness
