// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/hash_code.h"

#include <QtTest>

#include <random>

using namespace likeness;

class TestHashCode : public QObject {
    Q_OBJECT

    static std::vector<float> randomValues(int count, unsigned seed) {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        std::vector<float> values(static_cast<std::size_t>(count));
        for (float& value : values)
            value = normal(random);
        return values;
    }

private Q_SLOTS:
    void aBitIsSetWhereItsValueIsPositive() {
        const HashCode code = HashCode::fromSigns(std::vector{0.5F, -0.5F, 0.0F, 2.0F});
        QCOMPARE(code.bits(), 4);
        QCOMPARE(code.words()[0], std::uint64_t{0b1001});
        QVERIFY(code.bit(3) && !code.bit(2));
    }

    void bytesRoundTripAtEveryLength() {
        for (int bits = 1; bits <= 300; ++bits) {
            const HashCode code = HashCode::fromSigns(randomValues(bits, static_cast<unsigned>(bits)));
            const auto bytes = code.toBytes();
            QCOMPARE(bytes.size(), (static_cast<std::size_t>(bits) + 7) / 8);
            const auto back = HashCode::fromBytes(bytes, bits);
            QVERIFY(back && *back == code);
        }
    }

    void bytesOfAnotherLengthAreRefused() {
        const std::vector<std::byte> bytes(31);
        QCOMPARE(HashCode::fromBytes(bytes, 256).error().code, ErrorCode::InvalidArgument);
    }

    void bitsBeyondTheLengthAreDropped() {
        const std::vector<std::byte> bytes{std::byte{0xFF}};
        QCOMPARE(HashCode::fromBytes(bytes, 3)->words()[0], std::uint64_t{7});
    }

    void theDistanceIsTheNumberOfDifferingBits() {
        for (int bits : {16, 63, 64, 65, 256, 1000}) {
            const HashCode a = HashCode::fromSigns(randomValues(bits, 1));
            const HashCode b = HashCode::fromSigns(randomValues(bits, 2));
            int differing = 0;
            for (int i = 0; i < bits; ++i)
                differing += a.bit(i) != b.bit(i) ? 1 : 0;
            QCOMPARE(hammingDistance(a, b), differing);
            QCOMPARE(hammingDistance(a, a), 0);
        }
    }
};

QTEST_APPLESS_MAIN(TestHashCode)
#include "test_hash_code.moc"
