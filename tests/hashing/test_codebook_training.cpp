// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook_training.h"

#include "core/hashing/codebook_calibration.h"
#include "core/hashing/recipe.h"
#include "tests/hashing/clustered_samples.h"

#include <QtTest>

#include <cmath>

using namespace likeness;
using namespace likeness::test;

namespace {

/// As long as the pack's descriptors, of clusters.
TrainingData madeData(int length) {
    const auto samples = clusteredSamples(6, 12, 1, length, 0.8F);
    TrainingData data;
    data.values = samples.values;
    data.length = length;
    data.description = "72 made descriptors";
    for (int i = 0; i < samples.count(); ++i)
        data.labels.push_back({samples.cluster(i)});
    return data;
}

} // namespace

/// With the real pack and its default codebook.
class TestCodebookTraining : public QObject {
    Q_OBJECT

    std::shared_ptr<const Recipe> recipe_;
    TrainingData data_;

    Result<TrainedCodebook> train(const char* method, const TrainingData& data) const {
        CodebookTrainingOptions options;
        options.method = method;
        options.bits = 32;
        options.baseline = recipe_->codebook().encoder;
        return trainCodebook(data, options, recipe_->pack(), recipe_->codebook());
    }

private Q_SLOTS:
    void initTestCase() {
        auto recipe = loadDefaultRecipe();
        QVERIFY2(recipe, recipe ? "" : recipe.error().text.c_str());
        recipe_ = *std::move(recipe);
        data_ = madeData(recipe_->pack().descriptorLength());
    }

    void everyMethodGivesACodebookOfThePackThatSavesAndLoads() {
        for (const std::string_view method : trainableMethods) {
            const auto trained = train(std::string(method).c_str(), data_);
            QVERIFY2(trained, trained ? "" : trained.error().text.c_str());
            const Codebook& codebook = trained->codebook;
            QCOMPARE(codebook.encoder->method(), method);
            QCOMPARE(codebook.encoder->bits(), 32);
            QCOMPARE(codebook.fittedOn, data_.description);
            QVERIFY(!codebook.whitening);
            QCOMPARE(trained->deep.has_value(), method == "deep");
            QVERIFY(trained->validation && trained->validation->baseline);
            QVERIFY(trained->validation->trained > 0.2); // six clusters
            const auto loaded = codebookFromBytes(toBytes(codebook), recipe_->pack(), "trained");
            QVERIFY(loaded);
            QVERIFY(loaded->encoder->encode(data_.matrix().row(5)) ==
                    codebook.encoder->encode(data_.matrix().row(5)));
        }
        QCOMPARE(train("astrology", data_).error().code, ErrorCode::InvalidArgument);
    }

    void similaritiesRiseWithTheScoreWhetherThereAreLabelsOrNot() {
        TrainingData unlabelled = data_;
        unlabelled.labels.clear();
        for (const TrainingData& data : {data_, unlabelled})
            for (const char* method : {"deep", "ch"}) {
                const auto trained = train(method, data);
                QVERIFY(trained && trained->validation);
                const auto& [full, codes, expansion, cosine, asymmetric] = trained->codebook.calibrations;
                for (const Calibration& calibration : {full, codes, expansion, cosine, asymmetric})
                    QVERIFY(std::isfinite(calibration.offset) && calibration.slope > 0);
            }
    }

    void withLabelsAPairIsAlikeIfItsLabelsAreEqual() {
        const auto trained = train("itq", data_);
        QVERIFY(trained);
        double within = 0;
        double across = 0;
        for (int i = 0; i + 12 < data_.count(); ++i) {
            const auto code = trained->codebook.encoder->encode(data_.matrix().row(i));
            const auto similarity = [&](int other) {
                const auto otherCode = trained->codebook.encoder->encode(data_.matrix().row(other));
                return trained->codebook.calibrations.codes.similarity(
                    1.0 - 2.0 * hammingDistance(code, otherCode) / 32);
            };
            within += similarity(i / 12 * 12 + (i + 1) % 12) / (data_.count() - 12);
            across += similarity(i + 12) / (data_.count() - 12);
        }
        QVERIFY2(within > 0.7 && across < 0.3, qPrintable(QStringLiteral("%1 %2").arg(within).arg(across)));
    }

    void aHeldOutSampleIsNotPairedWithOtherHeldOutOnes() {
        // Labels are equal among the held-out alone, so that no pair is alike.
        Codebook codebook = train("itq", data_)->codebook;
        codebook.whitening = recipe_->codebook().whitening;
        std::vector<LabelSet> labels(72);
        std::vector<int> held;
        for (int i = 0; i < 72; ++i) {
            const bool isHeld = i % 12 < 3;
            labels[static_cast<std::size_t>(i)] = {isHeld ? 1 : 2};
            if (isHeld)
                held.push_back(i);
        }
        const CalibrationSamples samples{data_.matrix(), labels, held, 1};
        const auto fitted = calibrate(codebook, recipe_->pack(), recipe_->codebook(), samples);
        for (const double score : {-1.0, 0.0, 0.5, 1.0})
            QVERIFY(fitted.codes.similarity(score) < 0.05);
    }
};

QTEST_APPLESS_MAIN(TestCodebookTraining)
#include "test_codebook_training.moc"
