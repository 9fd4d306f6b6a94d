// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/calibration_error.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

void add(CalibrationError& error, double similarity, int right, int wrong) {
    for (int i = 0; i < right + wrong; ++i)
        error.add(similarity, i < right);
}

} // namespace

class TestCalibrationError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutPairsThereIsNoError() { QCOMPARE(CalibrationError().value(), 0.0); }

    void similaritiesThatComeTrueHaveNoError() {
        CalibrationError error;
        add(error, 0.25, 1, 3);
        add(error, 0.75, 3, 1);
        add(error, 0, 0, 5);
        add(error, 1, 7, 0);
        QVERIFY(near(error.value(), 0));
    }

    void theErrorIsThatOfTheBinsWeightedByTheirPairs() {
        // .95 said and half true, four pairs; .35 said and all true, one pair.
        CalibrationError error;
        add(error, 0.95, 2, 2);
        add(error, 0.35, 1, 0);
        QVERIFY(near(error.value(), (4 * 0.45 + 1 * 0.65) / 5));
    }

    void withinABinPairsMakeUpForEachOther() {
        CalibrationError together;
        add(together, 0.42, 1, 0);
        add(together, 0.48, 0, 1);
        QVERIFY(near(together.value(), 0.05)); // .45 said, .5 true
        CalibrationError apart;
        add(apart, 0.38, 1, 0);
        add(apart, 0.42, 0, 1);
        QVERIFY(near(apart.value(), (0.62 + 0.42) / 2));
    }

    void alwaysTheOppositeIsTheLargestError() {
        CalibrationError error;
        add(error, 1, 0, 3);
        add(error, 0, 3, 0);
        QVERIFY(near(error.value(), 1));
    }

    void sumsOfErrorsAreErrorsOfAllPairs() {
        CalibrationError all;
        CalibrationError first;
        CalibrationError second;
        for (int i = 0; i < 100; ++i) {
            const double similarity = (i * 37 % 100) / 100.0;
            all.add(similarity, i % 3 == 0);
            (i < 40 ? first : second).add(similarity, i % 3 == 0);
        }
        first.add(second);
        QVERIFY(near(first.value(), all.value()));
    }
};

QTEST_APPLESS_MAIN(TestCalibrationError)
#include "test_calibration_error.moc"
