// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/calibration_fit.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace likeness;

class TestCalibrationFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLogisticMapThatMadeThePairsIsFoundAgain() {
        const Calibration truth{12.0, -5.0};
        std::mt19937 random(1);
        std::uniform_real_distribution<double> score(0.0, 1.0);
        std::vector<ScoredPair> pairs;
        for (int i = 0; i < 50'000; ++i) {
            const double s = score(random);
            pairs.push_back({s, std::uniform_real_distribution(0.0, 1.0)(random) < truth.similarity(s)});
        }
        const Calibration fit = fitCalibration(pairs);
        QVERIFY(std::abs(fit.slope - truth.slope) < 0.4);
        QVERIFY(std::abs(fit.offset - truth.offset) < 0.2);
    }

    void aPairOfWeightThreeCountsLikeThreePairs() {
        const std::vector<ScoredPair> repeated{{0.2, false}, {0.6, true},  {0.6, true},
                                               {0.6, true},  {0.5, false}, {0.3, true}};
        const std::vector<ScoredPair> weighted{{0.2, false}, {0.6, true, 3.0}, {0.5, false}, {0.3, true}};
        const Calibration a = fitCalibration(repeated);
        const Calibration b = fitCalibration(weighted);
        QVERIFY(std::abs(a.slope - b.slope) < 1e-6);
        QVERIFY(std::abs(a.offset - b.offset) < 1e-6);
    }

    void separablePairsGiveAFiniteMapThatSeparatesThem() {
        const std::vector<ScoredPair> pairs{{0.1, false}, {0.2, false}, {0.8, true}, {0.9, true}};
        const Calibration fit = fitCalibration(pairs);
        QVERIFY(std::isfinite(fit.slope) && std::isfinite(fit.offset));
        QVERIFY(fit.similarity(0.2) < 0.1 && fit.similarity(0.8) > 0.9);
    }
};

QTEST_APPLESS_MAIN(TestCalibrationFit)
#include "test_calibration_fit.moc"
