// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/ch_training.h"

#include "core/hashing/affine_map.h"
#include "core/hashing/encoder_factory.h"
#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace likeness;
using namespace likeness::test;

namespace {

double squaredDistance(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i] - b[i]), 2);
    return sum;
}

std::span<const float> rowOf(const Tensor& tensor, int row) {
    const auto columns = static_cast<std::size_t>(tensor.columns);
    return std::span(tensor.values).subspan(static_cast<std::size_t>(row) * columns, columns);
}

/// The code by its definition, from the tensors of the file.
std::vector<float> slowCode(const Encoder& encoder, std::span<const float> descriptor) {
    const auto tensors = encoder.tensors();
    const auto point = affineMapFrom(tensors)->apply(descriptor);
    const Tensor& centres = tensors[2];
    const Tensor& codes = tensors[3];
    const int books = centres.rows / codes.rows;
    std::vector<float> code;
    for (int book = 0; book < books; ++book) {
        int nearest = 0;
        for (int c = 1; c < codes.rows; ++c)
            if (squaredDistance(point, rowOf(centres, book * codes.rows + c)) <
                squaredDistance(point, rowOf(centres, book * codes.rows + nearest)))
                nearest = c;
        for (int bit = encoder.bits() * book / books; bit < encoder.bits() * (book + 1) / books; ++bit)
            code.push_back(rowOf(codes, nearest)[static_cast<std::size_t>(bit)]);
    }
    return code;
}

ChOptions options(int bits, std::uint64_t seed = 1) {
    return {.bits = bits, .clusters = 24, .bitsPerBook = 16, .seed = seed};
}

} // namespace

class TestChTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDescriptorGetsTheCodesOfItsNearestCentres() {
        const auto samples = clusteredSamples(12, 20, 1);
        for (int bits : {10, 16, 40, 64}) {
            const auto encoder = *trainCh(samples.matrix(), options(bits));
            QCOMPARE(encoder->bits(), bits);
            for (int i = 0; i < samples.count(); i += 11)
                QVERIFY(encoder->encode(samples.row(i)) ==
                        HashCode::fromSigns(slowCode(*encoder, samples.row(i))));
        }
    }

    void nearCentresHaveNearCodes() {
        const auto samples = clusteredSamples(12, 20, 2);
        const auto tensors = (*trainCh(samples.matrix(), options(16)))->tensors();
        const Tensor& centres = tensors[2];
        const Tensor& codes = tensors[3];
        double nearestDistance = 0; // of the codes of each centre and the centre nearest to it
        double meanDistance = 0;    // of the codes of all pairs
        for (int a = 0; a < codes.rows; ++a) {
            double smallest = std::numeric_limits<double>::max();
            double itsCode = 0;
            for (int b = 0; b < codes.rows; ++b) {
                if (a == b)
                    continue;
                const double inCode = squaredDistance(rowOf(codes, a), rowOf(codes, b)) / 4;
                meanDistance += inCode / codes.rows / (codes.rows - 1);
                if (squaredDistance(rowOf(centres, a), rowOf(centres, b)) < smallest) {
                    smallest = squaredDistance(rowOf(centres, a), rowOf(centres, b));
                    itsCode = inCode;
                }
            }
            nearestDistance += itsCode / codes.rows;
        }
        QVERIFY2(nearestDistance < meanDistance / 2, qPrintable(QString::number(nearestDistance)));
    }

    void theProjectionIsAMeanOfCodesThatMostlyAgreesWithTheCode() {
        const auto samples = clusteredSamples(12, 20, 3);
        const auto encoder = *trainCh(samples.matrix(), options(64));
        int agreeing = 0;
        for (int i = 0; i < samples.count(); ++i) {
            const auto projected = encoder->project(samples.row(i));
            for (float value : projected)
                QVERIFY(std::abs(value) <= 1.0001F);
            agreeing += 64 - hammingDistance(HashCode::fromSigns(projected), encoder->encode(samples.row(i)));
        }
        QVERIFY(agreeing > 0.9 * 64 * samples.count());
    }

    void samplesOfAClusterHaveNearCodes() {
        const auto samples = clusteredSamples(12, 20, 4);
        QVERIFY(nearestInCluster(codesOf(**trainCh(samples.matrix(), options(64)), samples), samples) > 0.95);
    }

    void theSameSeedGivesTheSameEncoderAndItsTensorsMakeItAgain() {
        const auto samples = clusteredSamples(12, 20, 5);
        const auto first = *trainCh(samples.matrix(), options(40));
        const auto second = *trainCh(samples.matrix(), options(40));
        const auto other = *trainCh(samples.matrix(), options(40, 2));
        QCOMPARE(first->tensors()[2].values, second->tensors()[2].values);
        QCOMPARE(first->tensors()[3].values, second->tensors()[3].values);
        QVERIFY(first->tensors()[2].values != other->tensors()[2].values);
        const auto again = makeEncoder("ch", 40, first->tensors());
        QVERIFY(again);
        QCOMPARE((*again)->project(samples.row(1)), first->project(samples.row(1)));
        QVERIFY((*again)->encode(samples.row(1)) == first->encode(samples.row(1)));
        QVERIFY(!makeEncoder("ch", 41, first->tensors()));
    }

    void aStopEndsTheTraining() {
        const auto samples = clusteredSamples(12, 20, 6);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(trainCh(samples.matrix(), options(40), stop.get_token()).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestChTraining)
#include "test_ch_training.moc"
