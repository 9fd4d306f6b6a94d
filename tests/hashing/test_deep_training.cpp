// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_training.h"

#include "core/hashing/cross_validation.h"
#include "core/hashing/deep_search.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/lsh_training.h"
#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <numeric>

using namespace likeness;
using namespace likeness::test;

namespace {

/// Clusters so noisy that neighbours often belong to others.
ClusteredSamples noisySamples() {
    return clusteredSamples(12, 25, 1, 40, 1.6F);
}

std::vector<LabelSet> labelsOf(const ClusteredSamples& samples) {
    std::vector<LabelSet> labels;
    for (int i = 0; i < samples.count(); ++i)
        labels.push_back({samples.cluster(i) * 10 + 3});
    return labels;
}

SupervisedOptions supervised(int epochs, std::uint64_t seed = 1) {
    SupervisedOptions options;
    options.bits = 16;
    options.schedule.epochs = epochs;
    options.schedule.seed = seed;
    return options;
}

UnsupervisedOptions unsupervised(int epochs, std::uint64_t seed = 1) {
    UnsupervisedOptions options;
    options.bits = 16;
    options.schedule.epochs = epochs;
    options.schedule.seed = seed;
    return options;
}

std::vector<float> weightsOf(const Result<DeepTraining>& training) {
    return training->encoder->tensors()[1].values;
}

} // namespace

class TestDeepTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withLabelsTheValidationRisesWellOverChance() {
        const auto samples = noisySamples();
        std::vector<double> validations;
        const auto watch = [&](const TrainingProgress& progress) {
            if (progress.validation)
                validations.push_back(*progress.validation);
        };
        const auto training = trainDeepSupervised(samples.matrix(), labelsOf(samples), supervised(30), watch);
        QVERIFY(training);
        QCOMPARE(training->encoder->method(), std::string_view("deep"));
        QCOMPARE(training->encoder->bits(), 16);
        QVERIFY(training->epoch >= 1);
        QCOMPARE(training->validation, *std::ranges::max_element(validations));
        QVERIFY2(training->validation > 0.6, qPrintable(QString::number(training->validation)));
        // Chance is 1/12; the random start is little better.
        const double untrained =
            nearestInCluster(codesOf(**trainLsh(samples.matrix(), {.bits = 16}), samples), samples);
        const double trained = nearestInCluster(codesOf(*training->encoder, samples), samples);
        QVERIFY2(trained > untrained + 0.3, qPrintable(QStringLiteral("%1 %2").arg(trained).arg(untrained)));
    }

    void samplesThatShareOneOfSeveralLabelsGetNearerCodes() {
        const auto samples = noisySamples();
        std::vector<LabelSet> labels;
        for (int i = 0; i < samples.count(); ++i)
            labels.push_back({samples.cluster(i), 100 + samples.cluster(i) % 2});
        const auto training = trainDeepSupervised(samples.matrix(), labels, supervised(30));
        QVERIFY(training);
        const auto codes = codesOf(*training->encoder, samples);
        double sharing = 0;
        double apart = 0;
        for (std::size_t i = 0; i + 50 < codes.size(); ++i) {
            sharing += hammingDistance(codes[i], codes[i + 50]); // two clusters on: the same parity
            apart += hammingDistance(codes[i], codes[i + 25]);
        }
        QVERIFY2(sharing < 0.9 * apart, qPrintable(QStringLiteral("%1 %2").arg(sharing).arg(apart)));
    }

    void theBaselineIsMeasuredOnTheHeldOutSamples() {
        const auto samples = noisySamples();
        SupervisedOptions options = supervised(3);
        options.schedule.baseline = *trainLsh(samples.matrix(), {.bits = 16});
        std::optional<double> told;
        const auto watch = [&](const TrainingProgress& progress) {
            if (progress.validation)
                told = progress.baseline;
        };
        const auto training = trainDeepSupervised(samples.matrix(), labelsOf(samples), options, watch);
        QVERIFY(training && training->baseline);
        QCOMPARE(told, training->baseline);
        QVERIFY(*training->baseline > 0.05 && *training->baseline < training->validation);
        QVERIFY(!trainDeepSupervised(samples.matrix(), labelsOf(samples), supervised(3))->baseline);
    }

    void withoutLabelsClustersDrawTogetherMoreThanByItq() {
        const auto samples = clusteredSamples(12, 25, 2, 40, 1.8F);
        const auto training = trainDeepUnsupervised(samples.matrix(), unsupervised(30));
        QVERIFY(training);
        const double itq =
            nearestInCluster(codesOf(**trainItq(samples.matrix(), {.bits = 16}), samples), samples);
        const double deep = nearestInCluster(codesOf(*training->encoder, samples), samples);
        QVERIFY2(deep > itq + 0.03, qPrintable(QStringLiteral("%1 %2").arg(deep).arg(itq)));
    }

    void theSameSeedGivesTheSameEncoderAndAnotherSeedAnother() {
        const auto samples = noisySamples();
        const auto labels = labelsOf(samples);
        QCOMPARE(weightsOf(trainDeepSupervised(samples.matrix(), labels, supervised(3))),
                 weightsOf(trainDeepSupervised(samples.matrix(), labels, supervised(3))));
        QVERIFY(weightsOf(trainDeepSupervised(samples.matrix(), labels, supervised(3))) !=
                weightsOf(trainDeepSupervised(samples.matrix(), labels, supervised(3, 2))));
        QCOMPARE(weightsOf(trainDeepUnsupervised(samples.matrix(), unsupervised(3))),
                 weightsOf(trainDeepUnsupervised(samples.matrix(), unsupervised(3))));
    }

    void aStopKeepsTheBestSoFar() {
        const auto samples = noisySamples();
        std::stop_source stop;
        double best = 0;
        const auto watch = [&](const TrainingProgress& progress) {
            best = std::max(best, progress.validation.value_or(0));
            if (progress.epoch == 4)
                stop.request_stop();
        };
        const auto training =
            trainDeepSupervised(samples.matrix(), labelsOf(samples), supervised(30), watch, stop.get_token());
        QVERIFY(training);
        QVERIFY(training->epoch <= 4);
        QCOMPARE(training->validation, best);
        QVERIFY(nearestInCluster(codesOf(*training->encoder, samples), samples) > 0.3);
    }

    void aStopBeforeTheFirstEpochIsACancellation() {
        const auto samples = noisySamples();
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(trainDeepSupervised(samples.matrix(), labelsOf(samples), supervised(3), {}, stop.get_token())
                     .error()
                     .code,
                 ErrorCode::Cancelled);
        QCOMPARE(trainDeepUnsupervised(samples.matrix(), unsupervised(3), {}, stop.get_token()).error().code,
                 ErrorCode::Cancelled);
    }

    void labelsThatTeachNothingAreRefused() {
        const auto samples = noisySamples();
        std::vector<int> labels(static_cast<std::size_t>(samples.count()), 5);
        QCOMPARE(trainDeepSupervised(samples.matrix(), singleLabels(labels), supervised(3)).error().code,
                 ErrorCode::InvalidArgument);
        std::iota(labels.begin(), labels.end(), 0);
        QCOMPARE(trainDeepSupervised(samples.matrix(), singleLabels(labels), supervised(3)).error().code,
                 ErrorCode::InvalidArgument);
    }

    void crossValidationMeasuresEachFoldOnUnseenSamples() {
        const auto samples = noisySamples();
        std::vector<double> seen;
        const auto maps = crossValidate(samples.matrix(), labelsOf(samples), supervised(20), 3,
                                        [&](int /*fold*/, double map) { seen.push_back(map); });
        QVERIFY(maps);
        QCOMPARE(*maps, seen);
        QCOMPARE(maps->size(), std::size_t{3});
        for (double map : *maps)
            QVERIFY2(map > 0.6 && map < 1, qPrintable(QString::number(map)));
        QCOMPARE(crossValidate(samples.matrix(), labelsOf(samples), supervised(3), 1).error().code,
                 ErrorCode::InvalidArgument);
    }

    void theSearchPutsTheBestSettingFirst() {
        const auto samples = noisySamples();
        const DeepGrid grid{{1e-7F, 2e-3F}, {0.5F}, {0.2F}};
        int finished = 0;
        const auto trials = searchDeepOptions(
            samples.matrix(), labelsOf(samples), supervised(10), 2, grid,
            [&](const DeepTrial& /*trial*/, int number, int all) { finished += number <= all ? 1 : 0; });
        QVERIFY(trials);
        QCOMPARE(finished, 2);
        QCOMPARE(trials->front().options.schedule.learningRate, 2e-3F);
        QVERIFY(trials->front().map > trials->back().map + 0.1);
    }

    void aStoppedSearchKeepsTheFinishedTrials() {
        const auto samples = noisySamples();
        std::stop_source stop;
        const auto trials = searchDeepOptions(
            samples.matrix(), labelsOf(samples), supervised(3), 2, {},
            [&](const DeepTrial&, int, int) { stop.request_stop(); }, stop.get_token());
        QVERIFY(trials);
        QCOMPARE(trials->size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestDeepTraining)
#include "test_deep_training.moc"
