// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include <algorithm>

namespace likeness {
namespace {

/// Expected sum of the precisions at the group's relevant photos, with so many photos and relevant ones
/// before it.
double expectedPrecisionSum(const TieGroup& group, std::int64_t photosBefore, std::int64_t relevantBefore) {
    const auto n = static_cast<double>(group.photos);
    const auto r = static_cast<double>(group.relevant);
    const double relevantPerPhoto = group.photos > 1 ? (r - 1) / (n - 1) : 0;
    double sum = 0;
    for (std::int64_t t = 1; t <= group.photos; ++t) {
        const double relevant =
            static_cast<double>(relevantBefore + 1) + static_cast<double>(t - 1) * relevantPerPhoto;
        sum += relevant / static_cast<double>(photosBefore + t);
    }
    return r / n * sum;
}

} // namespace

double averagePrecision(std::span<const TieGroup> ranking) {
    double sum = 0;
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    for (const TieGroup& group : ranking) {
        if (group.relevant > 0)
            sum += expectedPrecisionSum(group, photos, relevant);
        photos += group.photos;
        relevant += group.relevant;
    }
    return relevant > 0 ? sum / static_cast<double>(relevant) : 0;
}

double precisionAt(std::span<const TieGroup> ranking, std::int64_t k) {
    double relevant = 0;
    std::int64_t wanted = k;
    for (const TieGroup& group : ranking) {
        if (wanted <= 0)
            break;
        const std::int64_t taken = std::min(wanted, group.photos);
        if (taken > 0)
            relevant += static_cast<double>(group.relevant) * static_cast<double>(taken) /
                        static_cast<double>(group.photos);
        wanted -= taken;
    }
    return k > 0 ? relevant / static_cast<double>(k) : 0;
}

} // namespace likeness
