// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fusion.h"

#include <cmath>
#include <map>

namespace likeness {
namespace {

/// Sums of one photo, to be divided by the sum of all weights.
struct Sums {
    RankedPhoto photo;
    double logit = 0;
};

double weightOf(const WeightedScorer& part, Fusion fusion) {
    return fusion == Fusion::Concatenated ? part.scorer->bits() : part.weight;
}

void add(Sums& sums, const RankedPhoto& found, const Scorer& scorer, double weight, Fusion fusion) {
    sums.photo.photo = found.photo;
    sums.photo.hammingDistance += found.hammingDistance;
    sums.photo.score += weight * (fusion == Fusion::Concatenated ? found.score : found.similarity);
    sums.logit += weight * (fusion == Fusion::Concatenated ? scorer.codesLogit(found.score) : 0.0);
    sums.photo.matches.insert(sums.photo.matches.end(), found.matches.begin(), found.matches.end());
}

} // namespace

Result<std::vector<RankedPhoto>> scoreFused(std::span<const WeightedScorer> scorers,
                                            std::span<const PhotoId> photos, Fusion fusion) {
    std::map<PhotoId, Sums> sums;
    double total = 0;
    for (const WeightedScorer& part : scorers) {
        const double weight = weightOf(part, fusion);
        const auto found = part.scorer->score(photos);
        if (!found)
            return found.error();
        for (const RankedPhoto& photo : *found)
            add(sums[photo.photo], photo, *part.scorer, weight, fusion);
        total += weight;
    }
    std::vector<RankedPhoto> ranked;
    for (auto& [id, sum] : sums) {
        sum.photo.score /= total;
        sum.photo.similarity =
            fusion == Fusion::Concatenated ? 1.0 / (1.0 + std::exp(-sum.logit / total)) : sum.photo.score;
        ranked.push_back(std::move(sum.photo));
    }
    return ranked;
}

} // namespace likeness
