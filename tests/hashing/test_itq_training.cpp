// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/itq_training.h"
#include "core/hashing/lsh_training.h"
#include "core/hashing/whitening_fit.h"

#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace likeness;
using namespace likeness::test;

namespace {

constexpr int length = 24;

/// Mean squared difference between projections and their signs: what ITQ minimises, up to scale.
double quantisationError(const Encoder& encoder, const ClusteredSamples& values) {
    double sum = 0;
    const int count = values.count();
    for (int i = 0; i < count; ++i)
        for (float v : encoder.project(values.row(i)))
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
        double before = quantisationError(**trainItq(values.matrix(), options(16, 0)), values);
        for (int iterations : {1, 2, 5, 20}) {
            const double after =
                quantisationError(**trainItq(values.matrix(), options(16, iterations)), values);
            QVERIFY2(after <= before + 1e-6, qPrintable(QString::number(after)));
            before = after;
        }
    }

    void theMapHasOrthonormalRows() {
        const auto values = clusteredSamples(12, 30, 2);
        const auto encoder = *trainItq(values.matrix(), options(10, 20));
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
        const auto encoder = *trainItq(values.matrix(), options(16, 30));
        std::vector<HashCode> codes;
        for (int i = 0; i < clusters * perCluster; ++i)
            codes.push_back(encoder->encode(values.row(i)));
        double within = 0;
        double across = 0;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            within += hammingDistance(codes[i], codes[i / perCluster * perCluster + (i + 1) % perCluster]);
            across += hammingDistance(codes[i], codes[(i + perCluster) % codes.size()]);
        }
        QVERIFY2(within * 3 < across, qPrintable(QStringLiteral("%1 %2").arg(within).arg(across)));
    }

    void itsCodesSeparateClustersBetterThanRandomHyperplanes() {
        const auto values = clusteredSamples(30, 10, 9);
        const double itq =
            nearestInCluster(codesOf(**trainItq(values.matrix(), options(8, 50)), values), values);
        double hyperplanes = 0;
        for (unsigned seed = 1; seed <= 10; ++seed)
            hyperplanes +=
                nearestInCluster(codesOf(**trainLsh(values.matrix(), {.bits = 8, .seed = seed}), values),
                                 values) /
                10;
        QVERIFY2(itq > hyperplanes + 0.02, qPrintable(QStringLiteral("%1 %2").arg(itq).arg(hyperplanes)));
    }

    void theRotationItEndsAtIsTheBestForItsOwnSigns() {
        // Orthogonal Procrustes: R is optimal for the signs B exactly where B' (V R) is symmetric.
        const auto values = clusteredSamples(12, 30, 10);
        const auto encoder = *trainItq(values.matrix(), options(6, 200));
        std::vector<std::vector<double>> product(6, std::vector<double>(6));
        for (int i = 0; i < values.count(); ++i) {
            const auto projected = encoder->project(values.row(i));
            for (std::size_t a = 0; a < 6; ++a)
                for (std::size_t b = 0; b < 6; ++b)
                    product[a][b] += (projected[a] > 0 ? 1.0 : -1.0) * static_cast<double>(projected[b]);
        }
        for (std::size_t a = 0; a < 6; ++a)
            for (std::size_t b = 0; b < a; ++b)
                QVERIFY(std::abs(product[a][b] - product[b][a]) < 1e-3 * product[a][a]);
    }

    void theMapKeepsTheVarianceOfTheFirstPrincipalComponents() {
        // The variance along unit axes of known scale: the map of 3 bits must find the 3 largest.
        std::mt19937 random(11);
        std::normal_distribution<float> normal;
        ClusteredSamples values{{}, length, 1};
        for (int i = 0; i < 4000; ++i)
            for (int c = 0; c < length; ++c)
                values.values.push_back(normal(random) * (c % 8 == 5 ? 3.0F : 1.0F));
        const auto encoder = *trainItq(values.matrix(), options(3, 20));
        std::vector<float> along(length);
        along[5] = along[13] = along[21] = 1.0F;
        const auto origin = encoder->project(std::vector<float>(length));
        const auto projected = encoder->project(along);
        double kept = 0;
        for (std::size_t bit = 0; bit < 3; ++bit)
            kept += std::pow(projected[bit] - origin[bit], 2);
        QVERIFY2(std::abs(kept - 3.0) < 0.05, qPrintable(QString::number(kept)));
    }

    void theSameSeedGivesTheSameEncoderAndAnotherSeedAnother() {
        const auto values = clusteredSamples(12, 30, 4);
        const auto project = [&](std::uint64_t seed) {
            return (*trainItq(values.matrix(), options(8, 10, seed)))->project(values.row(0));
        };
        QCOMPARE(project(5), project(5));
        QVERIFY(project(5) != project(6));
    }

    void tooFewSamplesAreRefusedWithTheNumberNeeded() {
        const auto values = clusteredSamples(1, 15, 5);
        const auto encoder = trainItq(values.matrix(), options(8, 1));
        QCOMPARE(encoder.error().code, ErrorCode::TrainingDataTooFew);
        QCOMPARE(encoder.error().arguments, (std::vector<std::string>{"15", "16"}));
        QCOMPARE(fitWhitening(values.matrix(), 15, .5).error().code, ErrorCode::TrainingDataTooFew);
    }

    void moreBitsThanDimensionsAreSharedByFurtherRotations() {
        const auto values = clusteredSamples(30, 10, 6);
        const auto encoder = *trainItq(values.matrix(), options(100, 20));
        QCOMPARE(encoder->bits(), 100);
        const auto few = *trainItq(values.matrix(), options(20, 20));
        QVERIFY(nearestInCluster(codesOf(*encoder, values), values) >
                nearestInCluster(codesOf(*few, values), values) - 0.01);
        std::set<std::vector<bool>> differing; // no bit repeats another
        for (int bit = 0; bit < 100; ++bit) {
            std::vector<bool> column;
            for (const HashCode& code : codesOf(*encoder, values))
                column.push_back(code.bit(bit));
            differing.insert(column);
        }
        QCOMPARE(differing.size(), std::size_t{100});
    }

    void moreBitsThanSamplesAreSharedByFurtherRotations() {
        const auto values = clusteredSamples(2, 8, 6);
        const auto encoder = trainItq(values.matrix(), options(64, 5));
        QVERIFY(encoder);
        QCOMPARE((*encoder)->bits(), 64);
    }

    void lengthsOutOfRangeAreRefused() {
        const auto values = clusteredSamples(12, 30, 6);
        QCOMPARE(trainItq(values.matrix(), options(0, 1)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(trainItq(values.matrix(), options(1025, 1)).error().code, ErrorCode::InvalidArgument);
    }

    void aStopEndsTheTraining() {
        const auto values = clusteredSamples(12, 30, 7);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(trainItq(values.matrix(), options(8, 10), stop.get_token()).error().code,
                 ErrorCode::Cancelled);
    }

    void fullWhiteningGivesUncorrelatedUnitVariances() {
        const auto values = clusteredSamples(40, 30, 8);
        const auto whitening = *fitWhitening(values.matrix(), 6, 1.0);
        const int count = values.count();
        std::vector<std::vector<double>> products(6, std::vector<double>(6));
        for (int i = 0; i < count; ++i) {
            const auto y = whitening.apply(values.row(i));
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
