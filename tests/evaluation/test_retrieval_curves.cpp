// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/retrieval_curves.h"

#include "core/evaluation/statistics.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace likeness;

namespace {

bool isNear(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TestRetrievalCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRankCurveIsTheMeanOverQueries() {
        RankCurve curve(3);
        curve.add(std::vector<TieGroup>{{1, 1}, {1, 0}, {1, 0}});
        curve.add(std::vector<TieGroup>{{1, 0}, {1, 1}, {1, 1}});
        const auto points = curve.points();
        QCOMPARE(points.size(), std::size_t{3});
        QCOMPARE(points[0], (CurvePoint{1, .5, .5}));
        QCOMPARE(points[1], (CurvePoint{2, .5, .75}));
        QVERIFY(isNear(points[2].precision, (1.0 / 3 + 2.0 / 3) / 2));
        QVERIFY(isNear(points[2].recall, 1));
    }

    void theLastRankIsThatOfAllPhotos() {
        const auto points = RankCurve(1'234).points();
        QVERIFY(isNear(points.front().threshold, 1));
        QVERIFY(isNear(points.back().threshold, 1'234));
        QVERIFY(points.size() < 40);
    }

    void aRadiusTakesAllThatIsNearer() {
        RadiusCurve curve(4);
        curve.add(std::vector<std::int64_t>{1, 0, 0, 2, 1}, std::vector<std::int64_t>{1, 0, 0, 1, 0});
        curve.add(std::vector<std::int64_t>{0, 0, 0, 4, 0}, std::vector<std::int64_t>{0, 0, 0, 2, 0});
        const auto points = curve.points();
        QCOMPARE(points.size(), std::size_t{3});
        QCOMPARE(points[0], (CurvePoint{0, 1, .25}));
        QVERIFY(isNear(points[1].precision, 4.0 / 7));
        QVERIFY(isNear(points[1].recall, 1));
        QVERIFY(isNear(points[2].precision, .5));
    }

    void anEmptyBallCountsAsNothingFound() {
        RadiusCurve curve(4);
        curve.add(std::vector<std::int64_t>{1, 0, 1, 2, 0}, std::vector<std::int64_t>{1, 0, 0, 1, 0});
        curve.add(std::vector<std::int64_t>{0, 0, 0, 4, 0}, std::vector<std::int64_t>{0, 0, 0, 2, 0});
        QVERIFY(isNear(curve.precisionWithin2(), .25));
        QVERIFY(isNear(curve.emptyBallRate(), .5));
    }

    void aScoreCurveCountsPairsFromTheBestScoreDown() {
        ScoreCurve curve;
        curve.add(.95, 2, 1);
        curve.add(1, 1, 1);
        curve.add(.1, 4, 1);
        const auto points = curve.points();
        QCOMPARE(points.front(), (CurvePoint{.99, 1, 1.0 / 3}));
        QVERIFY(isNear(points.back().precision, 3.0 / 7));
        QVERIFY(isNear(points.back().recall, 1));
        QCOMPARE(curve.matches()[10], std::int64_t{1});
        QCOMPARE(curve.others()[10], std::int64_t{3});
    }

    void quantilesLieBetweenNeighbours() {
        const std::vector<double> values{4, 1, 3, 2};
        QVERIFY(isNear(quantile(values, .5), 2.5));
        QVERIFY(isNear(quantile(values, .95), 3.85));
        QVERIFY(isNear(quantile(values, 0), 1));
        QVERIFY(isNear(quantile({}, .5), 0));
    }

    void theBootstrapIntervalIsAsWideAsTheNormalOne() {
        std::vector<double> values(400);
        std::iota(values.begin(), values.end(), 0.0);
        const Interval interval = bootstrapInterval(values, 1);
        // Standard error of the mean of 0 to 399: sqrt((400^2 - 1) / 12 / 400).
        const double halfWidth = 1.96 * std::sqrt((400.0 * 400 - 1) / 12 / 400);
        QVERIFY(std::abs(interval.low - (199.5 - halfWidth)) < 2);
        QVERIFY(std::abs(interval.high - (199.5 + halfWidth)) < 2);
    }

    void theBootstrapIntervalHangsOnItsSeedAlone() {
        const std::vector<double> values{0, .2, .9, 1, .4};
        QCOMPARE(bootstrapInterval(values, 5), bootstrapInterval(values, 5));
        QVERIFY(bootstrapInterval(values, 5) != bootstrapInterval(values, 6));
        const Interval same = bootstrapInterval(std::vector<double>{.3, .3, .3}, 1);
        QVERIFY(isNear(same.low, .3) && isNear(same.high, .3));
    }
};

QTEST_APPLESS_MAIN(TestRetrievalCurves)
#include "test_retrieval_curves.moc"
