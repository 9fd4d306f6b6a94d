// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/rerank_score.h"

#include <cmath>

namespace likeness {
namespace {

/// Measured on sets that were left out of the fitting: more of it loses on unfamiliar photos.
constexpr double asymmetricWeight = 0.25;

} // namespace

double asymmetricSimilarity(std::span<const float> projected, const HashCode& code) {
    double agreement = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const auto value = static_cast<double>(projected[i]);
        agreement += code.bit(static_cast<int>(i)) ? value : -value;
        squares += value * value;
    }
    const double norm = std::sqrt(squares * static_cast<double>(projected.size()));
    return norm > 0.0 ? agreement / norm : 0.0;
}

double rerankScore(const QueryCodes& query, const HashCode& code, const QuantisedDescriptor& rerank) {
    return static_cast<double>(dot(query.rerank, rerank)) +
           asymmetricWeight * asymmetricSimilarity(query.projected, code);
}

} // namespace likeness
