// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/quantised_descriptor.h"
#include "core/hashing/calibration.h"
#include "core/hashing/hash_code.h"
#include "core/hashing/recipe.h"
#include "core/hashing/rerank.h"

#include <cstddef>
#include <span>
#include <vector>

namespace likeness {

/// That of the scores that it makes.
const Calibration& calibrationOf(const Calibrations& calibrations, Rerank by);

/// A photo of a short list. Both outlive it.
struct ShortListed {
    const HashCode* code = nullptr;
    const QuantisedDescriptor* vector = nullptr;
};

/// Cosine between a query's projection and the corner of the cube that a code names, -1 to 1: the asymmetric
/// distance, which keeps what the query would lose by becoming bits (Gordo, Perronnin, Gong and Lazebnik
/// 2014). 0 for a zero projection. Both have the same length.
double asymmetricSimilarity(std::span<const float> projected, const HashCode& code);

/// Rerank::Sum of one photo: the cosine of the whitened descriptors plus a quarter of the asymmetric
/// similarity, -1.25 to 1.25, larger is more alike. The codes are centred and rotated on what the codebook
/// was fitted on, which helps on familiar kinds of photos; the cosine holds on others.
double rerankScore(const QueryCodes& query, const HashCode& code, const QuantisedDescriptor& rerank);

/// Which photos a query is expanded by: the places of the two largest scores, the largest first.
std::vector<std::size_t> expansionPhotos(std::span<const double> scores);

/// A score for each photo of a short list, without the query's own, -1.25 to 1.25, larger is more alike.
/// Rerank::Expansion is query expansion (Chum, Philbin, Sivic, Isard and Zisserman 2007): to the query's
/// vector, those of its two best photos are added, each by how likely it is alike. Two keep their order and
/// nearly always their places; more of them find more but push a right first photo down (measured).
std::vector<double> rerankScores(const QueryCodes& query, std::span<const ShortListed> photos, Rerank by,
                                 const Calibrations& calibrations);

} // namespace likeness
