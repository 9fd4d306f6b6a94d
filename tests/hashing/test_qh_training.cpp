// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/qh_training.h"

#include "core/hashing/encoder_factory.h"
#include "core/hashing/threshold_encoder.h"
#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <cstdlib>

using namespace likeness;
using namespace likeness::test;

namespace {

/// Each dimension's level by its definition: the number of its thresholds below the projected value.
std::vector<int> levelsOf(const Encoder& encoder, std::span<const float> descriptor) {
    const auto tensors = encoder.tensors();
    const auto map = *affineMapFrom(tensors);
    const auto projected = map.apply(descriptor);
    std::vector<int> levels;
    for (int d = 0; d < map.rows; ++d) {
        int level = 0;
        for (int bit = encoder.bits() * d / map.rows; bit < encoder.bits() * (d + 1) / map.rows; ++bit)
            level +=
                projected[static_cast<std::size_t>(d)] > tensors[2].values[static_cast<std::size_t>(bit)];
        levels.push_back(level);
    }
    return levels;
}

} // namespace

class TestQhTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHammingDistanceIsTheDistanceOfTheLevels_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("levels");
        QTest::newRow("two levels") << 20 << 2;
        QTest::newRow("three levels") << 32 << 3;
        QTest::newRow("five levels, uneven") << 50 << 5;
        QTest::newRow("more bits than dimensions have") << 200 << 3;
        QTest::newRow("as measured to be best") << 128 << 0;
    }
    void theHammingDistanceIsTheDistanceOfTheLevels() {
        QFETCH(int, bits);
        QFETCH(int, levels);
        const auto samples = clusteredSamples(8, 10, 1);
        const auto encoder = *trainQh(samples.matrix(), {.bits = bits, .levels = levels});
        QCOMPARE(encoder->bits(), bits);
        for (int i = 0; i < samples.count(); i += 7)
            for (int j = 0; j < samples.count(); j += 5) {
                const auto a = levelsOf(*encoder, samples.row(i));
                const auto b = levelsOf(*encoder, samples.row(j));
                int expected = 0;
                for (std::size_t d = 0; d < a.size(); ++d)
                    expected += std::abs(a[d] - b[d]);
                QCOMPARE(hammingDistance(encoder->encode(samples.row(i)), encoder->encode(samples.row(j))),
                         expected);
            }
    }

    void aLevelIsWrittenAsAThermometer() {
        const auto samples = clusteredSamples(8, 10, 2);
        const auto encoder = *trainQh(samples.matrix(), {.bits = 40, .levels = 5});
        for (const HashCode& code : codesOf(*encoder, samples))
            for (int first = 0; first < 40; first += 4)
                for (int bit = first + 1; bit < first + 4; ++bit)
                    QVERIFY(code.bit(bit - 1) || !code.bit(bit));
    }

    void everyLevelIsUsed() {
        const auto samples = clusteredSamples(8, 10, 3);
        const auto encoder = *trainQh(samples.matrix(), {.bits = 24, .levels = 4});
        std::vector<std::vector<int>> seen(8, std::vector<int>(4));
        for (int i = 0; i < samples.count(); ++i) {
            const auto levels = levelsOf(*encoder, samples.row(i));
            for (std::size_t d = 0; d < seen.size(); ++d)
                ++seen[d][static_cast<std::size_t>(levels[d])];
        }
        for (const auto& counts : seen)
            for (int count : counts)
                QVERIFY(count > 0);
    }

    void samplesOfAClusterHaveNearCodes() {
        const auto samples = clusteredSamples(20, 10, 4);
        const auto codes = codesOf(**trainQh(samples.matrix(), {.bits = 48, .levels = 3}), samples);
        QVERIFY(nearestInCluster(codes, samples) > 0.99);
    }

    void theSameSeedGivesTheSameEncoderAndItsTensorsMakeItAgain() {
        const auto samples = clusteredSamples(8, 10, 5);
        const auto train = [&](std::uint64_t seed) {
            return *trainQh(samples.matrix(), {.bits = 40, .levels = 3, .seed = seed});
        };
        QCOMPARE(train(1)->project(samples.row(1)), train(1)->project(samples.row(1)));
        QVERIFY(train(1)->project(samples.row(1)) != train(2)->project(samples.row(1)));
        const auto again = makeEncoder("qh", 40, train(1)->tensors());
        QVERIFY(again);
        QCOMPARE((*again)->project(samples.row(1)), train(1)->project(samples.row(1)));
        QVERIFY(!makeEncoder("qh", 41, train(1)->tensors()));
    }

    void whatCantBeLearnedIsRefusedAndAStopEndsIt() {
        const auto samples = clusteredSamples(8, 10, 6);
        QCOMPARE(trainQh(samples.matrix(), {.bits = 40, .levels = 1}).error().code,
                 ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(trainQh(samples.matrix(), {.bits = 40}, stop.get_token()).error().code,
                 ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestQhTraining)
#include "test_qh_training.moc"
