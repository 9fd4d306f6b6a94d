// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/k_means.h"

#include "tests/hashing/clustered_samples.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

RowMajorFloats pointsOf(const ClusteredSamples& samples) {
    return Eigen::Map<const RowMajorFloats>(samples.values.data(), samples.count(), samples.length);
}

} // namespace

class TestKMeans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPointBelongsToItsNearestCentre() {
        const RowMajorFloats points = pointsOf(clusteredSamples(6, 20, 1));
        const Clusters clusters = *kMeans(points, {.clusters = 9, .iterations = 5});
        double sum = 0;
        for (Eigen::Index i = 0; i < points.rows(); ++i) {
            Eigen::Index nearest = 0;
            sum += static_cast<double>(
                (clusters.centres.rowwise() - points.row(i)).rowwise().squaredNorm().minCoeff(&nearest));
            QCOMPARE(clusters.nearest[static_cast<std::size_t>(i)], static_cast<int>(nearest));
        }
        QVERIFY(std::abs(sum / 120 - clusters.meanDistance) < 1e-3);
    }

    void atTheEndEachCentreIsTheMeanOfItsPoints() {
        const RowMajorFloats points = pointsOf(clusteredSamples(6, 20, 2));
        const Clusters clusters = *kMeans(points, {.clusters = 6, .iterations = 50});
        RowMajorFloats sums = RowMajorFloats::Zero(6, points.cols());
        Eigen::VectorXf counts = Eigen::VectorXf::Zero(6);
        for (Eigen::Index i = 0; i < points.rows(); ++i) {
            sums.row(clusters.nearest[static_cast<std::size_t>(i)]) += points.row(i);
            counts[clusters.nearest[static_cast<std::size_t>(i)]] += 1;
        }
        for (Eigen::Index c = 0; c < 6; ++c)
            QVERIFY((sums.row(c) / counts[c] - clusters.centres.row(c)).norm() < 1e-4F);
    }

    void asManyClustersAsPointsCostNothing() {
        const RowMajorFloats points = pointsOf(clusteredSamples(4, 5, 3));
        QVERIFY(kMeans(points, {.clusters = 20, .iterations = 5})->meanDistance < 1e-4);
    }

    void thresholdsLieBetweenTheGroups() {
        const auto cuts = kMeansThresholds({10, 11, 12, 0, 1, 2, 100, 101}, 3);
        QCOMPARE(cuts, (std::vector<float>{6, 55.75F}));
    }

    void repeatedValuesGiveAscendingThresholds() {
        const auto cuts = kMeansThresholds({1, 1, 1, 1, 1, 5}, 4);
        QCOMPARE(cuts.size(), std::size_t{3});
        QVERIFY(std::ranges::is_sorted(cuts));
    }
};

QTEST_APPLESS_MAIN(TestKMeans)
#include "test_k_means.moc"
