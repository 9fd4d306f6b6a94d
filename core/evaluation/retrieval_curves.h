// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/metrics.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// Precision and recall of what is taken for a match at a threshold: a rank, a Hamming radius or a
/// similarity.
struct CurvePoint {
    double threshold = 0;
    double precision = 0;
    double recall = 0;
    bool operator==(const CurvePoint&) const = default;
};

/// Precision and recall among the first k photos: means over queries, ties by expectation.
class RankCurve {
public:
    /// Ranks up to `photos`: each of the first ten, then about ten per power of ten.
    explicit RankCurve(std::int64_t photos);
    void add(std::span<const TieGroup> ranking);
    std::vector<CurvePoint> points() const;

private:
    std::vector<CurvePoint> sums_;
    std::int64_t queries_ = 0;
};

/// Matches and others by what they score, from 0 to 1 in equal bins: their histograms, and what a threshold
/// takes for a match over all pairs of query and photo (micro average).
class ScoreCurve {
public:
    static constexpr std::size_t bins = 100;
    /// A tie of `photos` with a score of 0 to 1.
    void add(double score, std::int64_t photos, std::int64_t relevant);

    const std::array<std::int64_t, bins>& matches() const { return matches_; }
    const std::array<std::int64_t, bins>& others() const { return others_; }
    /// Thresholds from high to low; those that take nothing are left out.
    std::vector<CurvePoint> points() const;

private:
    std::array<std::int64_t, bins> matches_{};
    std::array<std::int64_t, bins> others_{};
};

/// What lies within each Hamming radius.
class RadiusCurve {
public:
    explicit RadiusCurve(int bits);
    int bits() const { return static_cast<int>(photos_.size()) - 1; }
    /// photosAt[d] and relevantAt[d] are those of one query at distance d, 0 to bits.
    void add(std::span<const std::int64_t> photosAt, std::span<const std::int64_t> relevantAt);

    /// By radius, over all pairs of query and photo (micro average); without the radii where nothing changes.
    std::vector<CurvePoint> points() const;
    /// Mean over queries of the precision within radius 2. A query whose ball is empty counts 0, as in the
    /// literature (e.g. Cao, Long, Wang and Yu 2017).
    double precisionWithin2() const;
    /// Share of the queries with nothing within radius 2.
    double emptyBallRate() const;

private:
    std::vector<std::int64_t> photos_;
    std::vector<std::int64_t> relevant_;
    double precisions_ = 0;
    std::int64_t emptyBalls_ = 0;
    std::int64_t queries_ = 0;
};

} // namespace likeness
