// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/itq_training.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace likeness;

namespace {

constexpr int length = 24;

/// `perCluster` noisy samples around each of `clusters` random centres, one cluster after the other.
std::vector<float> clusteredSamples(int clusters, int perCluster, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values;
    for (int c = 0; c < clusters; ++c) {
        std::vector<float> centre(length);
        for (float& v : centre)
            v = normal(random);
        for (int i = 0; i < perCluster; ++i)
            for (float v : centre)
                values.push_back(v + 0.3F * normal(random));
    }
    return values;
}

DescriptorMatrix matrixOf(const std::vector<float>& values) {
    return {values, static_cast<int>(values.size()) / length, length};
}

std::span<const float> row(const std::vector<float>& values, int i) {
    return std::span(values).subspan(static_cast<std::size_t>(i) * length, length);
}

/// Mean squared difference between projections and their signs: what ITQ minimises, up to scale.
double quantisationError(const Encoder& encoder, const std::vector<float>& values) {
    double sum = 0;
    const int count = static_cast<int>(values.size()) / length;
    for (int i = 0; i < count; ++i)
        for (float v : encoder.project(row(values, i)))
            sum += std::pow(v - (v > 0 ? 1.0F : -1.0F), 2);
    return sum / count;
}

ItqOptions options(int bits, int iterations, std::uint64_t seed = 1) {
    return {.bits = bits, .iterations = iterations, .seed = seed};
}

} // namespace

class TestItqTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIterationLowersTheQuantisationError() {
        const auto values = clusteredSamples(12, 30, 1);
        double before = quantisationError(**trainItq(matrixOf(values), options(16, 0)), values);
        for (int iterations : {1, 2, 5, 20}) {
            const double after =
                quantisationError(**trainItq(matrixOf(values), options(16, iterations)), values);
            QVERIFY2(after <= before + 1e-6, qPrintable(QString::number(after)));
            before = after;
        }
    }

    void theMapHasOrthonormalRows() {
        const auto values = clusteredSamples(12, 30, 2);
        const auto encoder = *trainItq(matrixOf(values), options(10, 20));
        // project(mean + row_i) - project(mean) would need the rows; unit vectors give the columns of W
        // instead.
        const std::vector<float> origin = encoder->project(std::vector<float>(length));
        std::vector<std::vector<double>> rows(10, std::vector<double>(length));
        for (int column = 0; column < length; ++column) {
            std::vector<float> unit(length);
            unit[static_cast<std::size_t>(column)] = 1;
            const auto projected = encoder->project(unit);
            for (std::size_t r = 0; r < 10; ++r)
                rows[r][static_cast<std::size_t>(column)] = projected[r] - origin[r];
        }
        for (std::size_t a = 0; a < 10; ++a)
            for (std::size_t b = 0; b < 10; ++b) {
                double product = 0;
                for (std::size_t c = 0; c < length; ++c)
                    product += rows[a][c] * rows[b][c];
                QVERIFY(std::abs(product - (a == b ? 1.0 : 0.0)) < 1e-4);
            }
    }

    void samplesOfAClusterGetNearerCodesThanOthers() {
        constexpr int clusters = 10;
        constexpr int perCluster = 20;
        const auto values = clusteredSamples(clusters, perCluster, 3);
        const auto encoder = *trainItq(matrixOf(values), options(16, 30));
        std::vector<HashCode> codes;
        for (int i = 0; i < clusters * perCluster; ++i)
            codes.push_back(encoder->encode(row(values, i)));
        double within = 0;
        double across = 0;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            within += hammingDistance(codes[i], codes[i / perCluster * perCluster + (i + 1) % perCluster]);
            across += hammingDistance(codes[i], codes[(i + perCluster) % codes.size()]);
        }
        QVERIFY2(within * 3 < across, qPrintable(QStringLiteral("%1 %2").arg(within).arg(across)));
    }

    void theSameSeedGivesTheSameEncoderAndAnotherSeedAnother() {
        const auto values = clusteredSamples(12, 30, 4);
        const auto project = [&](std::uint64_t seed) {
            return (*trainItq(matrixOf(values), options(8, 10, seed)))->project(row(values, 0));
        };
        QCOMPARE(project(5), project(5));
        QVERIFY(project(5) != project(6));
    }

    void tooFewSamplesAreRefusedWithTheNumberNeeded() {
        const auto values = clusteredSamples(1, 8, 5);
        const auto encoder = trainItq(matrixOf(values), options(8, 1));
        QCOMPARE(encoder.error().code, ErrorCode::TrainingDataTooFew);
        QCOMPARE(encoder.error().arguments, (std::vector<std::string>{"8", "9"}));
        QCOMPARE(fitWhitening(matrixOf(values), 8, .5).error().code, ErrorCode::TrainingDataTooFew);
    }

    void moreBitsThanDimensionsAreRefused() {
        const auto values = clusteredSamples(12, 30, 6);
        QCOMPARE(trainItq(matrixOf(values), options(25, 1)).error().code, ErrorCode::InvalidArgument);
    }

    void aStopEndsTheTraining() {
        const auto values = clusteredSamples(12, 30, 7);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(trainItq(matrixOf(values), options(8, 10), stop.get_token()).error().code,
                 ErrorCode::Cancelled);
    }

    void fullWhiteningGivesUncorrelatedUnitVariances() {
        const auto values = clusteredSamples(40, 30, 8);
        const auto whitening = *fitWhitening(matrixOf(values), 6, 1.0);
        const int count = static_cast<int>(values.size()) / length;
        std::vector<std::vector<double>> products(6, std::vector<double>(6));
        for (int i = 0; i < count; ++i) {
            const auto y = whitening.apply(row(values, i));
            for (std::size_t a = 0; a < 6; ++a)
                for (std::size_t b = 0; b < 6; ++b)
                    products[a][b] += double{y[a]} * y[b] / count;
        }
        for (std::size_t a = 0; a < 6; ++a)
            for (std::size_t b = 0; b < 6; ++b)
                QVERIFY(std::abs(products[a][b] - (a == b ? 1.0 : 0.0)) < 1e-3);
    }
};

QTEST_APPLESS_MAIN(TestItqTraining)
#include "test_itq_training.moc"
