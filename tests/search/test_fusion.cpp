// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fusion.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace likeness;

namespace {

struct Known {
    int distance;
    double score;
    double similarity;
};

/// A granularity whose scores are written down.
class WrittenScorer final : public Scorer {
public:
    WrittenScorer(int bits, std::map<PhotoId, Known> photos) : bits_(bits), photos_(std::move(photos)) {}

    int bits() const override { return bits_; }
    std::vector<PhotoId> nearest(std::size_t, Among) const override { return {}; }
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const override {
        std::vector<RankedPhoto> scored;
        for (const PhotoId photo : photos)
            if (const auto known = photos_.find(photo); known != photos_.end())
                scored.push_back({photo,
                                  known->second.distance,
                                  known->second.score,
                                  known->second.similarity,
                                  {{Granularity::Region, wholePhoto, 0}}});
        return scored;
    }
    double codesLogit(double score) const override { return 4 * score - 1; }

private:
    int bits_;
    std::map<PhotoId, Known> photos_;
};

class DamagedScorer final : public Scorer {
public:
    int bits() const override { return 8; }
    std::vector<PhotoId> nearest(std::size_t, Among) const override { return {}; }
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId>) const override {
        return makeError(ErrorCode::LibraryDamaged, {"library", "reason"});
    }
    double codesLogit(double) const override { return 0; }
};

const std::vector<PhotoId> asked{{1}, {2}, {3}};

/// Photo 3 can be scored by the second alone.
std::vector<WeightedScorer> twoScorers(double first, double second) {
    std::vector<WeightedScorer> scorers;
    scorers.push_back({std::make_unique<WrittenScorer>(
                           64, std::map<PhotoId, Known>{{{1}, {4, 0.5, 0.9}}, {{2}, {8, 0.25, 0.4}}}),
                       first});
    scorers.push_back({std::make_unique<WrittenScorer>(192, std::map<PhotoId, Known>{{{1}, {10, 0.1, 0.2}},
                                                                                     {{2}, {20, 0.2, 0.8}},
                                                                                     {{3}, {30, 0.8, 0.6}}}),
                       second});
    return scorers;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestFusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWeightedMeanIsThatOfTheSimilarities() {
        const auto fused = scoreFused(twoScorers(1, 3), asked, Fusion::WeightedMean);
        QCOMPARE(fused->size(), std::size_t{3});
        QVERIFY(near(fused->at(0).score, (0.9 + 3 * 0.2) / 4));
        QVERIFY(near(fused->at(1).score, (0.4 + 3 * 0.8) / 4));
        for (const RankedPhoto& photo : *fused)
            QCOMPARE(photo.similarity, photo.score);
    }

    void onlyTheRatiosOfWeightsCount() {
        const auto fused = scoreFused(twoScorers(0.1, 0.2), asked, Fusion::WeightedMean);
        const auto scaled = scoreFused(twoScorers(10, 20), asked, Fusion::WeightedMean);
        for (std::size_t i = 0; i < asked.size(); ++i)
            QVERIFY(near(fused->at(i).score, scaled->at(i).score));
    }

    void whatCantBeScoredCountsAsNotAlike() {
        const auto fused = scoreFused(twoScorers(1, 1), asked, Fusion::WeightedMean);
        QVERIFY(fused->at(2).photo == PhotoId{3});
        QVERIFY(near(fused->at(2).score, 0.3));
    }

    void concatenatedCodesAreComparedAsOneLongCode() {
        // 1 - 2 x distance / bits of each, weighted by bits, is that of the long code of 256 bits.
        const auto fused = scoreFused(twoScorers(1, 1), asked, Fusion::Concatenated);
        QCOMPARE(fused->at(0).hammingDistance, 14);
        QVERIFY(near(fused->at(0).score, (64 * 0.5 + 192 * 0.1) / 256));
        const double logit = (64 * (4 * 0.5 - 1) + 192 * (4 * 0.1 - 1)) / 256;
        QVERIFY(near(fused->at(0).similarity, 1 / (1 + std::exp(-logit))));
    }

    void placesOfAllGranularitiesAreKept() {
        const auto fused = scoreFused(twoScorers(1, 1), asked, Fusion::WeightedMean);
        QCOMPARE(fused->at(0).matches.size(), std::size_t{2});
        QCOMPARE(fused->at(2).matches.size(), std::size_t{1});
    }

    void theErrorOfAGranularityIsThatOfTheSearch() {
        auto scorers = twoScorers(1, 1);
        scorers.push_back({std::make_unique<DamagedScorer>(), 1});
        QCOMPARE(scoreFused(scorers, asked, Fusion::WeightedMean).error().code, ErrorCode::LibraryDamaged);
    }
};

QTEST_APPLESS_MAIN(TestFusion)
#include "test_fusion.moc"
