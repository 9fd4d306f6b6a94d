// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/lsh_training.h"

#include "core/hashing/encoder_factory.h"
#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace likeness;
using namespace likeness::test;

namespace {

double dotProduct(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

std::span<const float> rowOf(const Tensor& tensor, int row) {
    const auto columns = static_cast<std::size_t>(tensor.columns);
    return std::span(tensor.values).subspan(static_cast<std::size_t>(row) * columns, columns);
}

std::vector<float> difference(std::span<const float> a, std::span<const float> b) {
    std::vector<float> d;
    for (std::size_t i = 0; i < a.size(); ++i)
        d.push_back(a[i] - b[i]);
    return d;
}

} // namespace

class TestLshTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHyperplanesOfABatchAreOrthonormal() {
        const auto samples = clusteredSamples(4, 10, 1);
        const Tensor weights = (*trainLsh(samples.matrix(), {.bits = 60}))->tensors()[1];
        for (int a = 0; a < 60; ++a)
            for (int b = 0; b <= a; ++b)
                if (a / samples.length == b / samples.length) {
                    const double product = dotProduct(rowOf(weights, a), rowOf(weights, b));
                    QVERIFY(std::abs(product - (a == b ? 1 : 0)) < 1e-5);
                }
    }

    void theHyperplanesGoThroughTheMeanOfTheSamples() {
        const auto samples = clusteredSamples(4, 10, 2);
        std::vector<float> mean(static_cast<std::size_t>(samples.length));
        for (std::size_t i = 0; i < samples.values.size(); ++i)
            mean[i % mean.size()] += samples.values[i] / static_cast<float>(samples.count());
        for (float value : (*trainLsh(samples.matrix(), {.bits = 24}))->project(mean))
            QVERIFY(std::abs(value) < 1e-5F);
    }

    void theShareOfDifferingBitsEstimatesTheAngle() {
        // Charikar 2002: a random hyperplane parts two vectors with probability angle / pi.
        const auto samples = clusteredSamples(10, 4, 3);
        double error = 0;
        int pairs = 0;
        const auto encoder = *trainLsh(samples.matrix(), {.bits = 1024});
        const auto mean = encoder->tensors()[0].values;
        const auto codes = codesOf(*encoder, samples);
        for (int i = 0; i < samples.count(); ++i)
            for (int j = 0; j < i; ++j, ++pairs) {
                const auto a = difference(samples.row(i), mean);
                const auto b = difference(samples.row(j), mean);
                const double angle =
                    std::acos(dotProduct(a, b) / std::sqrt(dotProduct(a, a) * dotProduct(b, b)));
                const int distance =
                    hammingDistance(codes[static_cast<std::size_t>(i)], codes[static_cast<std::size_t>(j)]);
                error += std::abs(distance / 1024.0 - angle / std::numbers::pi);
            }
        QVERIFY2(error / pairs < 0.015, qPrintable(QString::number(error / pairs)));
    }

    void theSameSeedGivesTheSameEncoderAndAnotherSeedAnother() {
        const auto samples = clusteredSamples(4, 10, 4);
        const auto weights = [&](std::uint64_t seed) {
            return (*trainLsh(samples.matrix(), {.bits = 40, .seed = seed}))->tensors()[1].values;
        };
        QCOMPARE(weights(1), weights(1));
        QVERIFY(weights(1) != weights(2));
    }

    void itsTensorsMakeItAgain() {
        const auto samples = clusteredSamples(4, 10, 5);
        const auto encoder = *trainLsh(samples.matrix(), {.bits = 40});
        const auto again = makeEncoder(encoder->method(), encoder->bits(), encoder->tensors());
        QVERIFY(again);
        QCOMPARE((*again)->method(), std::string_view("lsh"));
        QCOMPARE((*again)->project(samples.row(3)), encoder->project(samples.row(3)));
    }

    void whatCantBeLearnedIsRefused() {
        const auto samples = clusteredSamples(3, 5, 6);
        QCOMPARE(trainLsh(samples.matrix(), {.bits = 8}).error().code, ErrorCode::TrainingDataTooFew);
        const auto more = clusteredSamples(4, 5, 6);
        QCOMPARE(trainLsh(more.matrix(), {.bits = 2000}).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestLshTraining)
#include "test_lsh_training.moc"
