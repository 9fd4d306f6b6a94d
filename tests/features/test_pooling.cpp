// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/pooling.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

/// Two channels of 1 x 2 cells.
FeatureMap twoChannels() {
    return {2, 1, 2, {1.0F, 3.0F, 2.0F, 2.0F}};
}

double ratio(const Descriptor& pooled) {
    return static_cast<double>(pooled[0]) / static_cast<double>(pooled[1]);
}

bool near(double value, double expected) {
    return std::abs(value - expected) < 1e-6 * expected;
}

} // namespace

class TestPooling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gemIsThePthRootOfTheMeanOfPthPowers() {
        // ((1 + 27) / 2)^(1/3) = 14^(1/3) and ((8 + 8) / 2)^(1/3) = 2.
        const Descriptor pooled = gemPool(twoChannels(), 3.0F);
        const double first = std::cbrt(14.0);
        const double norm = std::sqrt(first * first + 4.0);
        QVERIFY(near(static_cast<double>(pooled[0]), first / norm));
        QVERIFY(near(static_cast<double>(pooled[1]), 2.0 / norm));
    }

    void anyPowerIsPooledByTheSameRule() {
        // ((1 + 9) / 2)^(1/2) against 2; the power 1 is the average.
        QVERIFY(near(ratio(gemPool(twoChannels(), 2.0F)), std::sqrt(5.0) / 2.0));
        QVERIFY(near(ratio(gemPool(twoChannels(), 1.0F)), 1.0));
    }

    void aLargePowerComesNearTheMaximum() {
        QVERIFY(std::abs(ratio(gemPool(twoChannels(), 50.0F)) - 1.5) < 0.03);
    }

    void negativeActivationsCountAsNone() {
        const FeatureMap map{2, 1, 1, {-5.0F, 4.0F}};
        const Descriptor pooled = gemPool(map, 3.0F);
        QVERIFY(pooled[0] >= 0.0F && pooled[0] < 1e-6F);
        QCOMPARE(pooled[1], 1.0F);
    }

    void aZeroVectorStaysZero() {
        Descriptor zero(4, 0.0F);
        normalise(zero);
        QCOMPARE(zero, Descriptor(4, 0.0F));
    }

    void aNormalisedVectorHasLengthOne() {
        Descriptor vector{3.0F, 0.0F, -4.0F};
        normalise(vector);
        QCOMPARE(vector, (Descriptor{0.6F, 0.0F, -0.8F}));
    }
};

QTEST_APPLESS_MAIN(TestPooling)
#include "test_pooling.moc"
