// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace likeness {
namespace {

/// Expected sum of the precisions at those of the group's relevant photos that are among its first `taken`,
/// with so many photos and relevant ones before it.
double expectedPrecisionSum(const TieGroup& group, std::int64_t photosBefore, std::int64_t relevantBefore,
                            std::int64_t taken) {
    const auto n = static_cast<double>(group.photos);
    const auto r = static_cast<double>(group.relevant);
    const double relevantPerPhoto = group.photos > 1 ? (r - 1) / (n - 1) : 0;
    double sum = 0;
    for (std::int64_t t = 1; t <= taken; ++t) {
        const double relevant =
            static_cast<double>(relevantBefore + 1) + static_cast<double>(t - 1) * relevantPerPhoto;
        sum += relevant / static_cast<double>(photosBefore + t);
    }
    return r / n * sum;
}

double discount(std::int64_t rank) {
    return 1.0 / std::log2(static_cast<double>(rank) + 1);
}

/// Expected number of relevant photos among the first k.
double relevantAmong(std::span<const TieGroup> ranking, std::int64_t k) {
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
    return relevant;
}

std::int64_t allRelevant(std::span<const TieGroup> ranking) {
    std::int64_t relevant = 0;
    for (const TieGroup& group : ranking)
        relevant += group.relevant;
    return relevant;
}

} // namespace

double averagePrecision(std::span<const TieGroup> ranking) {
    return averagePrecisionAt(ranking, std::numeric_limits<std::int64_t>::max());
}

double averagePrecisionAt(std::span<const TieGroup> ranking, std::int64_t k) {
    double sum = 0;
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    for (const TieGroup& group : ranking) {
        if (group.relevant > 0 && photos < k)
            sum += expectedPrecisionSum(group, photos, relevant, std::min(group.photos, k - photos));
        photos += group.photos;
        relevant += group.relevant;
    }
    const std::int64_t most = std::min(relevant, k);
    return most > 0 ? sum / static_cast<double>(most) : 0;
}

std::optional<double> hashNetAveragePrecision(std::span<const std::uint8_t> order, std::size_t k) {
    double sum = 0;
    int relevant = 0;
    for (std::size_t i = 0; i < std::min(k, order.size()); ++i)
        if (order[i] != 0)
            sum += ++relevant / static_cast<double>(i + 1);
    return relevant > 0 ? std::optional(sum / relevant) : std::nullopt;
}

double precisionAt(std::span<const TieGroup> ranking, std::int64_t k) {
    return k > 0 ? relevantAmong(ranking, k) / static_cast<double>(k) : 0;
}

double recallAt(std::span<const TieGroup> ranking, std::int64_t k) {
    const std::int64_t relevant = allRelevant(ranking);
    return relevant > 0 ? relevantAmong(ranking, k) / static_cast<double>(relevant) : 0;
}

double f1Score(double precision, double recall) {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

double ndcgAt(std::span<const TieGroup> ranking, std::span<const double> gains, std::int64_t k) {
    std::vector<double> best(gains.begin(), gains.end());
    std::ranges::sort(best, std::greater<>());
    double ideal = 0;
    for (std::int64_t rank = 1; rank <= std::min(k, std::ssize(best)); ++rank)
        ideal += best[static_cast<std::size_t>(rank - 1)] * discount(rank);
    double sum = 0;
    std::int64_t rank = 0;
    for (const TieGroup& group : ranking) {
        double discounts = 0;
        for (std::int64_t t = 1; t <= group.photos && rank + t <= k; ++t)
            discounts += discount(rank + t);
        sum += group.photos > 0 ? group.gain / static_cast<double>(group.photos) * discounts : 0;
        rank += group.photos;
    }
    return ideal > 0 ? sum / ideal : 0;
}

} // namespace likeness
