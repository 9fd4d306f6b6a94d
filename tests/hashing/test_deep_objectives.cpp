// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/class_centres.h"
#include "core/hashing/neighbourhoods.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace likeness;

namespace {

RowMajorFloats randomRows(int rows, int columns, unsigned seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal;
    return RowMajorFloats::NullaryExpr(rows, columns, [&] { return normal(random); });
}

/// The largest difference between a gradient and what central differences of the loss give.
double gradientError(const DeepObjective& objective, RowMajorFloats outputs, std::span<const int> rows) {
    constexpr float step = 1e-2F;
    const RowMajorFloats gradient = objective.loss(outputs, rows).gradient;
    double largest = 0;
    for (Eigen::Index i = 0; i < outputs.size(); ++i) {
        float& value = outputs.data()[i];
        const float before = value;
        value = before + step;
        const double above = objective.loss(outputs, rows).loss;
        value = before - step;
        const double below = objective.loss(outputs, rows).loss;
        value = before;
        const double slope = (above - below) / (2 * static_cast<double>(step));
        largest = std::max(largest, std::abs(slope - static_cast<double>(gradient.data()[i])));
    }
    return largest;
}

double smallestDistance(const RowMajorFloats& centres) {
    double smallest = static_cast<double>(centres.cols());
    for (Eigen::Index a = 0; a < centres.rows(); ++a)
        for (Eigen::Index b = 0; b < a; ++b)
            smallest =
                std::min(smallest, static_cast<double>((centres.row(a) - centres.row(b)).squaredNorm()) / 4);
    return smallest;
}

} // namespace

class TestDeepObjectives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewClassesGetOrthogonalCentres() {
        const RowMajorFloats centres = makeClassCentres(10, 16, 1);
        const RowMajorFloats products = centres * centres.transpose();
        QVERIFY(products.isApprox(16 * RowMajorFloats::Identity(10, 10)));
        QVERIFY(centres.cwiseAbs().isApproxToConstant(1));
        QVERIFY(centres != makeClassCentres(10, 16, 2));
    }

    void manyClassesGetCentresFartherApartThanChance() {
        const RowMajorFloats centres = makeClassCentres(60, 24, 1);
        QVERIFY(centres.cwiseAbs().isApproxToConstant(1));
        const RowMajorFloats random = randomRows(60, 24, 1).cwiseSign();
        QVERIFY(smallestDistance(centres) > smallestDistance(random));
    }

    void theGradientOfTheClassCentreLossIsItsSlope() {
        const ClassCentreObjective objective({{0}, {2}, {1}, {0, 2}, {0, 1, 2}}, makeClassCentres(3, 8, 1),
                                             {});
        const std::vector<int> rows{0, 1, 3, 4};
        QVERIFY(gradientError(objective, randomRows(4, 8, 2), rows) < 2e-3);
    }

    void theGradientOfTheNeighbourLossIsItsSlope() {
        const NeighbourObjective objective({{1}, {0}, {3}, {2}}, {});
        const std::vector<int> rows{0, 1, 2, 3, 1, 0};
        QVERIFY(gradientError(objective, randomRows(6, 8, 3), rows) < 2e-3);
    }

    void outputsAtTheirCentresLoseLess() {
        const RowMajorFloats centres = makeClassCentres(3, 8, 1);
        const ClassCentreObjective objective({{0}, {1}, {2}}, centres, {});
        const std::vector<int> rows{0, 1, 2};
        const double there = objective.loss(centres, rows).loss;
        QVERIFY(there < 0.01);
        QVERIFY(objective.loss(centres.colwise().reverse(), rows).loss > 1);
    }

    void nearestNeighboursAreThoseOfAPlainSearch() {
        const RowMajorFloats samples = randomRows(300, 6, 4);
        const auto neighbours = *nearestNeighbours(samples, 7);
        for (int i = 0; i < 300; i += 13) {
            std::vector<std::pair<float, int>> order;
            for (int j = 0; j < 300; ++j)
                if (j != i)
                    order.emplace_back(-samples.row(i).normalized().dot(samples.row(j).normalized()), j);
            std::ranges::sort(order);
            for (std::size_t n = 0; n < 7; ++n)
                QCOMPARE(neighbours[static_cast<std::size_t>(i)][n], order[n].second);
        }
    }

    void neighboursAmongSomeAreNumberedByTheirPlace() {
        const Neighbourhoods all{{1, 2, 3}, {3, 0, 2}, {0, 1, 3}, {2, 1, 0}};
        const std::vector<int> rows{0, 2, 3};
        QCOMPARE(neighboursAmong(all, rows, 2), (Neighbourhoods{{1, 2}, {0, 2}, {1, 0}}));
        QCOMPARE(neighboursAmong(all, rows, 1), (Neighbourhoods{{1}, {0}, {1}}));
    }

    void aBatchPairsEachAnchorWithANeighbour() {
        const Neighbourhoods all{{1, 2}, {0}, {}};
        const NeighbourObjective objective(all, {});
        std::mt19937_64 random(1);
        const std::vector<int> anchors{0, 1, 2};
        const auto rows = objective.rowsOf(anchors, random);
        QCOMPARE(rows.size(), std::size_t{6});
        QCOMPARE(rows[0], 0);
        QVERIFY(rows[1] == 1 || rows[1] == 2);
        QCOMPARE(rows[3], 0);
        QCOMPARE(rows[5], 2);
    }
};

QTEST_APPLESS_MAIN(TestDeepObjectives)
#include "test_deep_objectives.moc"
