// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/retrieval_curves.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness {
namespace {

double share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

} // namespace

RankCurve::RankCurve(std::int64_t photos) {
    constexpr int perDecade = 10;
    std::int64_t last = 0;
    for (int step = 0; last < photos; ++step) {
        const auto rank = std::max(
            last + 1, static_cast<std::int64_t>(std::lround(std::pow(10, step / double{perDecade}))));
        last = std::min(rank, photos);
        sums_.push_back({static_cast<double>(last), 0, 0});
    }
}

void RankCurve::add(std::span<const TieGroup> ranking) {
    ++queries_;
    for (CurvePoint& sum : sums_) {
        const auto rank = static_cast<std::int64_t>(sum.threshold);
        sum.precision += precisionAt(ranking, rank);
        sum.recall += recallAt(ranking, rank);
    }
}

std::vector<CurvePoint> RankCurve::points() const {
    std::vector<CurvePoint> means = sums_;
    for (CurvePoint& mean : means) {
        mean.precision /= static_cast<double>(std::max<std::int64_t>(1, queries_));
        mean.recall /= static_cast<double>(std::max<std::int64_t>(1, queries_));
    }
    return means;
}

void ScoreCurve::add(double score, std::int64_t photos, std::int64_t relevant) {
    const auto bin = static_cast<std::size_t>(
        std::clamp(score * static_cast<double>(bins), 0.0, static_cast<double>(bins - 1)));
    matches_.at(bin) += relevant;
    others_.at(bin) += photos - relevant;
}

std::vector<CurvePoint> ScoreCurve::points() const {
    const std::int64_t all = std::accumulate(matches_.begin(), matches_.end(), std::int64_t{0});
    std::vector<CurvePoint> points;
    std::int64_t relevant = 0;
    std::int64_t photos = 0;
    for (std::size_t bin = bins; bin-- > 0;) {
        relevant += matches_.at(bin);
        photos += matches_.at(bin) + others_.at(bin);
        if (photos > 0)
            points.push_back({static_cast<double>(bin) / static_cast<double>(bins), share(relevant, photos),
                              share(relevant, all)});
    }
    return points;
}

RadiusCurve::RadiusCurve(int bits)
    : photos_(static_cast<std::size_t>(bits) + 1), relevant_(static_cast<std::size_t>(bits) + 1) {}

void RadiusCurve::add(std::span<const std::int64_t> photosAt, std::span<const std::int64_t> relevantAt) {
    constexpr std::size_t ball = 3; // distances 0, 1 and 2
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    for (std::size_t distance = 0; distance < photos_.size(); ++distance) {
        photos_[distance] += photosAt[distance];
        relevant_[distance] += relevantAt[distance];
        if (distance < ball) {
            photos += photosAt[distance];
            relevant += relevantAt[distance];
        }
    }
    ++queries_;
    precisions_ += share(relevant, photos);
    emptyBalls_ += photos == 0 ? 1 : 0;
}

std::vector<CurvePoint> RadiusCurve::points() const {
    const std::int64_t all = std::accumulate(relevant_.begin(), relevant_.end(), std::int64_t{0});
    std::vector<CurvePoint> points;
    std::int64_t photos = 0;
    std::int64_t relevant = 0;
    for (std::size_t radius = 0; radius < photos_.size(); ++radius) {
        photos += photos_[radius];
        relevant += relevant_[radius];
        if (photos_[radius] > 0)
            points.push_back({static_cast<double>(radius), share(relevant, photos), share(relevant, all)});
    }
    return points;
}

double RadiusCurve::precisionWithin2() const {
    return queries_ > 0 ? precisions_ / static_cast<double>(queries_) : 0;
}

double RadiusCurve::emptyBallRate() const {
    return share(emptyBalls_, queries_);
}

} // namespace likeness
