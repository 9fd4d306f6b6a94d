// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/linear_algebra.h"

#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <cmath>

using namespace likeness;
using namespace likeness::test;
using Eigen::MatrixXd;

class TestLinearAlgebra : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void componentsAreOrthonormalAndCarryTheirVariances_data() {
        QTest::addColumn<int>("samples");
        QTest::newRow("more samples than values") << 60;
        QTest::newRow("fewer samples than values") << 18;
    }
    void componentsAreOrthonormalAndCarryTheirVariances() {
        QFETCH(int, samples);
        const MatrixXd all = toMatrix(clusteredSamples(6, samples / 6, 1).matrix());
        const PrincipalComponents pca = principalComponents(all, 12);
        QVERIFY((pca.axes.transpose() * pca.axes).isApprox(MatrixXd::Identity(12, 12), 1e-9));
        const MatrixXd projected = (all.rowwise() - pca.mean) * pca.axes;
        const MatrixXd covariance = projected.transpose() * projected / samples;
        QVERIFY(covariance.isApprox(MatrixXd(pca.variances.asDiagonal()), 1e-9));
        for (int i = 1; i < 12; ++i)
            QVERIFY(pca.variances[i] <= pca.variances[i - 1]);
    }

    void repeatedSamplesStillGiveOrthonormalComponents() {
        const MatrixXd one = toMatrix(clusteredSamples(4, 2, 2).matrix());
        MatrixXd twice(16, one.cols());
        twice << one, one;
        const PrincipalComponents pca = principalComponents(twice, 15);
        QVERIFY((pca.axes.transpose() * pca.axes).isApprox(MatrixXd::Identity(15, 15), 1e-9));
        QVERIFY(pca.variances[8] < 1e-9 && pca.variances[6] > 1e-3);
    }

    void randomDirectionsAreOrthonormal() {
        const MatrixXd directions = randomDirections(20, 7, 3);
        QVERIFY((directions.transpose() * directions).isApprox(MatrixXd::Identity(7, 7), 1e-12));
        QVERIFY(!directions.isApprox(randomDirections(20, 7, 4)));
    }

    void theNearestRotationUndoesARotation() {
        const MatrixXd rotation = randomDirections(9, 9, 5);
        const MatrixXd points = MatrixXd::Random(40, 9);
        QVERIFY(nearestRotation(points.transpose() * (points * rotation)).isApprox(rotation, 1e-9));
    }
};

QTEST_APPLESS_MAIN(TestLinearAlgebra)
#include "test_linear_algebra.moc"
