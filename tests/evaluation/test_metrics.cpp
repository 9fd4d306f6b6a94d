// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace likeness;

namespace {

constexpr double tolerance = 1e-12;

bool isNear(double actual, double expected) {
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.15g is not %.15g", actual, expected);
    return false;
}

/// AP of a ranking without ties, from its definition: the mean over relevant photos of the precision at each.
double plainAveragePrecision(const std::vector<bool>& ranking) {
    double sum = 0;
    int relevant = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i)
        if (ranking[i])
            sum += ++relevant / static_cast<double>(i + 1);
    return relevant > 0 ? sum / relevant : 0;
}

/// The mean of `value` over every order within each group: all distinct arrangements are equally likely.
template <typename Value>
double meanOverAllOrders(const std::vector<TieGroup>& groups, std::size_t next, std::vector<bool>& before,
                         const Value& value) {
    if (next == groups.size())
        return value(before);
    const auto photos = static_cast<std::size_t>(groups[next].photos);
    std::vector<bool> order(photos, false);
    std::fill(order.end() - groups[next].relevant, order.end(), true);
    double sum = 0;
    int orders = 0;
    do {
        before.insert(before.end(), order.begin(), order.end());
        sum += meanOverAllOrders(groups, next + 1, before, value);
        before.resize(before.size() - photos);
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    return sum / orders;
}

template <typename Value>
double meanOverAllOrders(const std::vector<TieGroup>& groups, const Value& value) {
    std::vector<bool> before;
    return meanOverAllOrders(groups, 0, before, value);
}

std::vector<TieGroup> randomGroups(std::mt19937& random) {
    std::vector<TieGroup> groups(std::uniform_int_distribution<std::size_t>(1, 4)(random));
    for (TieGroup& group : groups) {
        group.photos = std::uniform_int_distribution<std::int64_t>(1, 5)(random);
        group.relevant = std::uniform_int_distribution<std::int64_t>(0, group.photos)(random);
    }
    return groups;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutTiesItIsPlainAveragePrecision() {
        // Right, wrong, right, wrong, right: (1/1 + 2/3 + 3/5) / 3.
        const std::vector<TieGroup> ranking{{1, 1}, {1, 0}, {1, 1}, {1, 0}, {1, 1}};
        QVERIFY(isNear(averagePrecision(ranking), (1.0 + 2.0 / 3 + 3.0 / 5) / 3));
    }

    void oneRightPhotoTiedWithAWrongOneIsFirstHalfOfTheTime() {
        QVERIFY(isNear(averagePrecision(std::vector<TieGroup>{{2, 1}}), (1.0 + 0.5) / 2));
    }

    void aTieBehindOtherPhotosCountsWhatStandsBeforeIt() {
        // Wrong first, then two right ones tied with a wrong one: orders RRW, RWR, WRR after W give
        // (1/2 + 2/3)/2, (1/2 + 2/4)/2, (1/3 + 2/4)/2.
        const double expected =
            ((1.0 / 2 + 2.0 / 3) / 2 + (1.0 / 2 + 2.0 / 4) / 2 + (1.0 / 3 + 2.0 / 4) / 2) / 3;
        QVERIFY(isNear(averagePrecision(std::vector<TieGroup>{{1, 0}, {3, 2}}), expected));
    }

    void thePerfectRankingHasOneAndTheEmptyOneNone() {
        QVERIFY(isNear(averagePrecision(std::vector<TieGroup>{{7, 7}, {9, 0}}), 1.0));
        QVERIFY(isNear(averagePrecision({}), 0.0));
        QVERIFY(isNear(averagePrecision(std::vector<TieGroup>{{5, 0}}), 0.0));
    }

    void averagePrecisionIsTheMeanOverAllOrdersOfTies() {
        std::mt19937 random(1);
        for (int round = 0; round < 200; ++round) {
            const auto groups = randomGroups(random);
            QVERIFY(isNear(averagePrecision(groups), meanOverAllOrders(groups, plainAveragePrecision)));
        }
    }

    void precisionAtKIsTheMeanOverAllOrdersOfTies() {
        std::mt19937 random(2);
        for (int round = 0; round < 200; ++round) {
            const auto groups = randomGroups(random);
            const std::size_t k = std::uniform_int_distribution<std::size_t>(1, 6)(random);
            const auto precision = [k](const std::vector<bool>& ranking) {
                const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(std::min(k, ranking.size()));
                return static_cast<double>(std::count(ranking.begin(), end, true)) / static_cast<double>(k);
            };
            QVERIFY(isNear(precisionAt(groups, static_cast<std::int64_t>(k)),
                           meanOverAllOrders(groups, precision)));
        }
    }

    void precisionAtNothingIsNothing() {
        QVERIFY(isNear(precisionAt(std::vector<TieGroup>{{3, 2}}, 0), 0.0));
    }

    void averagePrecisionAtKIsTheMeanOverAllOrdersOfTies() {
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            const auto groups = randomGroups(random);
            const std::size_t k = std::uniform_int_distribution<std::size_t>(1, 8)(random);
            const auto cut = [k](const std::vector<bool>& ranking) {
                double sum = 0;
                int found = 0;
                for (std::size_t i = 0; i < std::min(k, ranking.size()); ++i)
                    if (ranking[i])
                        sum += ++found / static_cast<double>(i + 1);
                const auto all = static_cast<std::size_t>(std::ranges::count(ranking, true));
                return all > 0 ? sum / static_cast<double>(std::min(all, k)) : 0;
            };
            QVERIFY(isNear(averagePrecisionAt(groups, static_cast<std::int64_t>(k)),
                           meanOverAllOrders(groups, cut)));
        }
    }

    void averagePrecisionAtKDividesByWhatKCanHold() {
        // Right, wrong, right | right: of three right ones two can't be missed by k = 2 alone.
        const std::vector<TieGroup> ranking{{1, 1}, {1, 0}, {1, 1}, {1, 1}};
        QVERIFY(isNear(averagePrecisionAt(ranking, 2), 1.0 / 2));
        QVERIFY(isNear(averagePrecisionAt(ranking, 3), (1.0 + 2.0 / 3) / 3));
    }

    void recallAtKIsTheMeanOverAllOrdersOfTies() {
        std::mt19937 random(4);
        for (int round = 0; round < 100; ++round) {
            const auto groups = randomGroups(random);
            const std::size_t k = std::uniform_int_distribution<std::size_t>(1, 6)(random);
            const auto recall = [k](const std::vector<bool>& ranking) {
                const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(std::min(k, ranking.size()));
                const auto all = std::count(ranking.begin(), ranking.end(), true);
                return all > 0 ? static_cast<double>(std::count(ranking.begin(), end, true)) /
                                     static_cast<double>(all)
                               : 0.0;
            };
            QVERIFY(
                isNear(recallAt(groups, static_cast<std::int64_t>(k)), meanOverAllOrders(groups, recall)));
        }
    }

    void hashNetDividesByTheRightOnesAmongTheFirstK() {
        // Of the first 4: right, wrong, right, wrong. A later right one doesn't count.
        const std::vector<std::uint8_t> order{1, 0, 1, 0, 1};
        QVERIFY(isNear(hashNetAveragePrecision(order, 4).value(), (1.0 + 2.0 / 3) / 2));
        QVERIFY(isNear(hashNetAveragePrecision(order, 100).value(), (1.0 + 2.0 / 3 + 3.0 / 5) / 3));
    }

    void hashNetLeavesOutQueriesThatFindNothing() {
        QVERIFY(!hashNetAveragePrecision(std::vector<std::uint8_t>{0, 0, 1}, 2));
    }

    void f1IsTheHarmonicMean() {
        QVERIFY(isNear(f1Score(.5, 1), 2.0 / 3));
        QVERIFY(isNear(f1Score(0, 0), 0));
    }

    void aGainAtTheSecondRankCountsLess() {
        // Gains 1, 3 by rank; the best order is 3, 1: (1 + 3/log2 3) / (3 + 1/log2 3).
        const std::vector<TieGroup> ranking{{1, 1, 0, 1}, {1, 1, 0, 3}};
        const std::vector<double> gains{1, 3};
        QVERIFY(isNear(ndcgAt(ranking, gains, 2), (1 + 3 / std::log2(3.0)) / (3 + 1 / std::log2(3.0))));
    }

    void tiedGainsCountByTheirMean() {
        // Both orders of gains 0 and 2 are equally likely.
        const std::vector<TieGroup> ranking{{2, 1, 0, 2}};
        const std::vector<double> gains{0, 2};
        QVERIFY(isNear(ndcgAt(ranking, gains, 2), (1 + 1 / std::log2(3.0)) / 2));
    }

    void aTieOfAHundredThousandPhotosStaysExact() {
        // All tied, R of N relevant: AP = sum over t of [1 + (t-1)(R-1)/(N-1)] / t / N, which with the
        // harmonic number H is (H (1 - c) + c N) / N where c = (R-1)/(N-1).
        constexpr std::int64_t photos = 100'000;
        constexpr std::int64_t relevant = 25'000;
        long double harmonic = 0;
        for (std::int64_t t = photos; t >= 1; --t)
            harmonic += 1.0L / static_cast<long double>(t);
        const long double c = static_cast<long double>(relevant - 1) / (photos - 1);
        const auto expected = static_cast<double>((harmonic * (1 - c) + c * photos) / photos);
        QVERIFY(isNear(averagePrecision(std::vector<TieGroup>{{photos, relevant}}), expected));
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "test_metrics.moc"
