// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pack_fusion.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace likeness {
namespace {

/// Keeps log-odds finite where a similarity is 0 or 1 but for rounding.
constexpr double leastDoubt = 1e-12;

/// What the packs say of one photo.
struct Opinions {
    std::vector<RankedPhoto> byPack;
    int bits = 0; // of the packs that have codes of it
};

} // namespace

double pooledLogOdds(std::span<const double> similarities) {
    double sum = 0;
    for (const double similarity : similarities) {
        const double p = std::clamp(similarity, leastDoubt, 1 - leastDoubt);
        sum += std::log(p / (1 - p));
    }
    return sum / static_cast<double>(similarities.size());
}

double similarityOfLogOdds(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

int PackFusion::bits() const {
    int bits = 0;
    for (const auto& pack : packs_)
        bits += pack->bits();
    return bits;
}

std::vector<PhotoId> PackFusion::nearest(std::size_t k) const {
    std::vector<PhotoId> photos;
    for (const auto& pack : packs_)
        std::ranges::copy(pack->nearest(k), std::back_inserter(photos));
    std::ranges::sort(photos);
    photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
    return photos;
}

Result<std::vector<RankedPhoto>> PackFusion::score(std::span<const PhotoId> photos) const {
    std::map<PhotoId, Opinions> opinions;
    for (const auto& pack : packs_) {
        const auto scored = pack->score(photos);
        if (!scored)
            return scored.error();
        for (const RankedPhoto& photo : *scored) {
            Opinions& ofPhoto = opinions[photo.photo];
            ofPhoto.byPack.push_back(photo);
            ofPhoto.bits += pack->bits();
        }
    }
    std::vector<RankedPhoto> ranked;
    for (const auto& [photo, ofPhoto] : opinions)
        ranked.push_back(pooled(photo, ofPhoto.byPack, ofPhoto.bits));
    return ranked;
}

RankedPhoto PackFusion::pooled(PhotoId photo, std::span<const RankedPhoto> byPack, int bits) const {
    std::vector<double> similarities;
    int distance = 0;
    for (const RankedPhoto& one : byPack) {
        similarities.push_back(one.similarity);
        distance += one.hammingDistance;
    }
    if (ranking_ == Ranking::Codes) {
        const double score = 1.0 - 2.0 * distance / bits;
        return {photo, distance, score, similarityOfLogOdds(codesLogit(score))};
    }
    const double logOdds = pooledLogOdds(similarities);
    return {photo, distance, logOdds, similarityOfLogOdds(logOdds)};
}

/// Weighted by length, as the packs' codes are in one long one.
double PackFusion::codesLogit(double score) const {
    double sum = 0;
    for (const auto& pack : packs_)
        sum += pack->bits() * pack->codesLogit(score);
    return sum / bits();
}

} // namespace likeness
