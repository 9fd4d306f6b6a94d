// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pack_fusion.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace likeness {
namespace {

constexpr double shareOfTheLeader = 0.8;

/// Keeps log-odds finite where a similarity is 0 or 1 but for rounding.
constexpr double leastDoubt = 1e-12;

} // namespace

std::vector<double> packShares(std::size_t packs) {
    if (packs < 2)
        return {1.0};
    std::vector<double> shares(packs, (1 - shareOfTheLeader) / static_cast<double>(packs - 1));
    shares.front() = shareOfTheLeader;
    return shares;
}

double pooledLogOdds(std::span<const PackOpinion> opinions) {
    double sum = 0;
    double shares = 0;
    for (const auto& [similarity, share] : opinions) {
        const double p = std::clamp(similarity, leastDoubt, 1 - leastDoubt);
        sum += share * std::log(p / (1 - p));
        shares += share;
    }
    return sum / shares;
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

std::vector<PhotoId> PackFusion::nearest(std::size_t k, Among among) const {
    std::vector<PhotoId> photos;
    for (const auto& pack : packs_)
        std::ranges::copy(pack->nearest(k, among), std::back_inserter(photos));
    std::ranges::sort(photos);
    photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
    return photos;
}

Result<std::vector<RankedPhoto>> PackFusion::score(std::span<const PhotoId> photos) const {
    std::map<PhotoId, std::vector<Voice>> voices;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
        const auto scored = packs_[i]->score(photos);
        if (!scored)
            return scored.error();
        for (const RankedPhoto& photo : *scored)
            voices[photo.photo].push_back({photo, shares_[i]});
    }
    std::vector<RankedPhoto> ranked;
    for (const auto& [photo, ofPhoto] : voices)
        ranked.push_back(pooled(photo, ofPhoto));
    return ranked;
}

RankedPhoto PackFusion::pooled(PhotoId photo, std::span<const Voice> voices) const {
    std::vector<PackOpinion> opinions;
    int distance = 0;
    double score = 0;
    double shares = 0;
    for (const auto& [ranked, share] : voices) {
        opinions.push_back({ranked.similarity, share});
        distance += ranked.hammingDistance;
        score += share * ranked.score;
        shares += share;
    }
    if (ranking_ == Ranking::Codes)
        return {photo, distance, score / shares, similarityOfLogOdds(codesLogit(score / shares))};
    const double logOdds = pooledLogOdds(opinions);
    return {photo, distance, logOdds, similarityOfLogOdds(logOdds)};
}

double PackFusion::codesLogit(double score) const {
    double sum = 0;
    for (std::size_t i = 0; i < packs_.size(); ++i)
        sum += shares_[i] * packs_[i]->codesLogit(score);
    return sum;
}

} // namespace likeness
