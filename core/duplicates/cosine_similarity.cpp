// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/cosine_similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace likeness {

double cosineSimilarity(const QuantisedDescriptor& a, const QuantisedDescriptor& b) {
    std::int32_t product = 0;
    std::int32_t squaresA = 0;
    std::int32_t squaresB = 0;
    for (std::size_t i = 0; i < std::min(a.levels.size(), b.levels.size()); ++i) {
        product += a.levels[i] * b.levels[i];
        squaresA += a.levels[i] * a.levels[i];
        squaresB += b.levels[i] * b.levels[i];
    }
    const double scale = std::sqrt(static_cast<double>(squaresA) * squaresB);
    return scale > 0 ? product / scale : 0.0;
}

} // namespace likeness
