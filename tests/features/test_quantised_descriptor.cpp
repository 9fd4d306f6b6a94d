// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/quantised_descriptor.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace likeness;

namespace {

Descriptor randomVector(std::size_t length, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Descriptor vector(length);
    for (float& value : vector)
        value = normal(random);
    normalise(vector);
    return vector;
}

} // namespace

class TestQuantisedDescriptor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noValueIsOffByMoreThanHalfALevel() {
        for (std::size_t length : {1U, 15U, 16U, 17U, 512U, 1280U}) {
            const Descriptor vector = randomVector(length, static_cast<unsigned>(length));
            const QuantisedDescriptor quantised = quantise(vector);
            const Descriptor back = dequantise(quantised);
            for (std::size_t i = 0; i < length; ++i)
                QVERIFY(std::abs(back[i] - vector[i]) <= 0.5001F * quantised.scale);
        }
    }

    void theLargestMagnitudeTakesTheLastLevel() {
        const QuantisedDescriptor quantised = quantise(std::vector{0.5F, -2.0F, 0.0F});
        QCOMPARE(int{quantised.levels[1]}, -127);
        QCOMPARE(int{quantised.levels[2]}, 0);
    }

    void aZeroVectorComesBackAsZeros() {
        const Descriptor zeros(9, 0.0F);
        QCOMPARE(dequantise(quantise(zeros)), zeros);
    }

    void quantisingTwiceChangesNothingMore() {
        const QuantisedDescriptor once = quantise(randomVector(100, 3));
        QCOMPARE(quantise(dequantise(once)).levels, once.levels);
    }

    void theDotProductIsThatOfTheDequantisedVector() {
        for (std::size_t length : {1U, 16U, 31U, 512U}) {
            const Descriptor query = randomVector(length, 5);
            const QuantisedDescriptor stored = quantise(randomVector(length, 6));
            const Descriptor back = dequantise(stored);
            double expected = 0.0;
            for (std::size_t i = 0; i < length; ++i)
                expected += static_cast<double>(query[i]) * static_cast<double>(back[i]);
            QVERIFY(std::abs(static_cast<double>(dot(query, stored)) - expected) < 1e-5);
        }
    }

    void aBlobRoundTripsAndIsLittleEndian() {
        const QuantisedDescriptor descriptor{1.0F, {1, -1, 127, -127}};
        const auto blob = toBlob(descriptor);
        QCOMPARE(blob.size(), std::size_t{8});
        QCOMPARE(blob[3], std::byte{0x3F}); // 1.0F is 0x3F800000
        QCOMPARE(blob[5], std::byte{0xFF});
        const auto back = quantisedFromBlob(blob);
        QVERIFY(back);
        QCOMPARE(back->scale, descriptor.scale);
        QCOMPARE(back->levels, descriptor.levels);
    }

    void aBlobShorterThanItsScaleIsRefused() {
        QCOMPARE(quantisedFromBlob(std::vector<std::byte>(3)).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestQuantisedDescriptor)
#include "test_quantised_descriptor.moc"
