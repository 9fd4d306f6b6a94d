// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook.h"

#include "core/base/file_io.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/linear_encoder.h"
#include "core/hashing/recipe.h"
#include "core/hashing/whitening_fit.h"

#include <QtTest>

#include <random>

using namespace likeness;

namespace {

constexpr int length = 20;

std::vector<float> randomValues(int count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = normal(random);
    return values;
}

ModelPack packOf(const std::string& networkSha256) {
    ModelPack pack;
    pack.name = "test-pack";
    pack.networkSha256 = networkSha256;
    pack.input = {"image", 384, 384, {127, 127, 127}, 1.0F / 128};
    pack.stride16 = {"stride16", 4, 24, 24};
    pack.stride32 = {"stride32", length, 12, 12};
    return pack;
}

/// An untrained codebook without whitening, for descriptors of `columns` values.
Codebook plainCodebook(Granularity granularity, int columns) {
    Codebook codebook;
    codebook.granularity = granularity;
    AffineMap map{16, columns, randomValues(columns, 1), randomValues(16 * columns, 2)};
    codebook.encoder = std::make_shared<LinearEncoder>(std::string(lshMethod), std::move(map));
    codebook.networkSha256 = "network-a";
    return codebook;
}

Codebook trainedCodebook() {
    const auto values = randomValues(200 * length, 1);
    const DescriptorMatrix samples{values, 200, length};
    Codebook codebook;
    codebook.encoder = *trainItq(samples, {.bits = 12, .iterations = 5, .seed = 1});
    codebook.whitening = std::make_shared<const AffineMap>(*fitWhitening(samples, 8, .5));
    codebook.calibrations = {{9.5, -3.25}, {7.25, -2.5}, {6, -2}, {5, -1.5}, {4, -1}};
    codebook.networkSha256 = "network-a";
    codebook.fittedOn = "200 random descriptors";
    return codebook;
}

} // namespace

class TestCodebook : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::filesystem::path file_;

private Q_SLOTS:
    void init() {
        file_ = folder_.filePath(QStringLiteral("a.codebook")).toStdString();
        QVERIFY(saveCodebook(trainedCodebook(), file_));
    }

    void whatIsLoadedEncodesLikeWhatWasSaved() {
        const Codebook saved = trainedCodebook();
        const auto loaded = loadCodebook(file_, packOf("network-a"));
        QVERIFY(loaded);
        QCOMPARE(loaded->fittedOn, saved.fittedOn);
        QCOMPARE(loaded->granularity, Granularity::Global);
        const Calibrations& calibrations = loaded->calibrations;
        QCOMPARE(calibrations.full.slope, 9.5);
        QCOMPARE(calibrations.full.offset, -3.25);
        QCOMPARE(calibrations.codes.slope, 7.25);
        QCOMPARE(calibrations.codes.offset, -2.5);
        QCOMPARE(calibrations.expansion.slope, 6.0);
        QCOMPARE(calibrations.cosine.slope, 5.0);
        QCOMPARE(calibrations.asymmetric.slope, 4.0);
        QCOMPARE(loaded->checksum.size(), std::size_t{64});
        for (unsigned seed = 0; seed < 20; ++seed) {
            const auto descriptor = randomValues(length, seed);
            QCOMPARE(loaded->encoder->project(descriptor), saved.encoder->project(descriptor));
            QCOMPARE(loaded->rerankVector(descriptor), saved.rerankVector(descriptor));
        }
    }

    void theSameCodebookGivesTheSameBytes() {
        const Bytes bytes = *readFile(file_);
        QVERIFY(toBytes(trainedCodebook()) == bytes);
        const auto loaded = codebookFromBytes(bytes, packOf("network-a"), "in memory");
        QVERIFY(loaded);
        QVERIFY(toBytes(*loaded) == bytes);
        QCOMPARE(loaded->checksum, saveCodebook(trainedCodebook(), file_)->checksum);
    }

    void anotherCalibrationIsAnotherFileWithTheSameFingerprint() {
        const ModelPack pack = packOf("network-a");
        const Codebook before = *saveCodebook(trainedCodebook(), file_);
        Codebook changed = trainedCodebook();
        changed.calibrations.expansion.slope += 1;
        changed.fittedOn = "others";
        const Codebook after = *saveCodebook(changed, file_);
        QVERIFY(after.checksum != before.checksum);
        QCOMPARE(after.encodingChecksum, before.encodingChecksum);
        QCOMPARE(loadCodebook(file_, pack)->encodingChecksum, before.encodingChecksum);
        QCOMPARE(Recipe(pack, after).fingerprint(), Recipe(pack, before).fingerprint());
        changed.whitening = nullptr;
        QVERIFY(saveCodebook(changed, file_)->encodingChecksum != before.encodingChecksum);
    }

    void aCalibrationThatAFileLacksIsThatOfFullScores() {
        Codebook region = plainCodebook(Granularity::Region, length);
        region.calibrations = {{9, -3}, {7, -2}, {6, -1}, {5, 0}, {4, 0}};
        const auto loaded = codebookFromBytes(toBytes(region), packOf("network-a"), "a region's");
        QVERIFY(loaded);
        QCOMPARE(loaded->calibrations.codes.slope, 7.0);
        QCOMPARE(loaded->calibrations.expansion.slope, 6.0);
        QCOMPARE(loaded->calibrations.asymmetric.slope, 9.0);
    }

    void codebooksOfEveryGranularityFitTheirDescriptorsAlone() {
        const ModelPack pack = packOf("network-a");
        for (const Granularity granularity : allGranularities) {
            const int right = descriptorLength(pack, granularity);
            QCOMPARE(right, granularity == Granularity::Part ? length + 4 : length);
            const Bytes good = toBytes(plainCodebook(granularity, right));
            const auto loaded = codebookFromBytes(good, pack, "good");
            QVERIFY(loaded);
            QCOMPARE(loaded->granularity, granularity);
            const Bytes bad = toBytes(plainCodebook(granularity, right + 1));
            QCOMPARE(codebookFromBytes(bad, pack, "bad").error().code, ErrorCode::CodebookForeign);
        }
    }

    void withoutAWhiteningReRankingComparesTheDescriptorItself() {
        const Bytes bytes = toBytes(plainCodebook(Granularity::Global, length));
        const auto loaded = codebookFromBytes(bytes, packOf("network-a"), "in memory");
        QVERIFY(loaded);
        QVERIFY(!loaded->whitening);
        Descriptor descriptor = randomValues(length, 5);
        const Descriptor vector = loaded->rerankVector(descriptor);
        normalise(descriptor);
        QCOMPARE(vector, descriptor);
    }

    void errorsNameTheCodebook() {
        const auto loaded = codebookFromBytes({}, packOf("network-a"), "number 7");
        QCOMPARE(loaded.error().arguments.front(), std::string("number 7"));
    }

    void anyFlippedByteIsNoticed() {
        const Bytes good = *readFile(file_);
        for (std::size_t i = 8; i < good.size(); i += 97) {
            Bytes bad = good;
            bad[i] ^= std::byte{0x10};
            QVERIFY(writeFileAtomically(file_, bad));
            QCOMPARE(loadCodebook(file_, packOf("network-a")).error().code, ErrorCode::CodebookDamaged);
        }
    }

    void aTruncatedFileIsNoticed() {
        const Bytes good = *readFile(file_);
        for (std::size_t size = 0; size < good.size(); size += 101) {
            QVERIFY(writeFileAtomically(file_, std::span(good).first(size)));
            QVERIFY(!loadCodebook(file_, packOf("network-a")));
        }
    }

    void anotherFileIsNoCodebook() {
        const std::string_view text = "just some text, long enough to hold a magic number and a checksum";
        QVERIFY(writeFileAtomically(file_, std::as_bytes(std::span(text))));
        QCOMPARE(loadCodebook(file_, packOf("network-a")).error().code, ErrorCode::CodebookUnreadable);
        QCOMPARE(loadCodebook("/no/such.codebook", packOf("network-a")).error().code,
                 ErrorCode::CodebookUnreadable);
    }

    void aCodebookOfAnotherNetworkIsRefused() {
        const auto loaded = loadCodebook(file_, packOf("network-b"));
        QCOMPARE(loaded.error().code, ErrorCode::CodebookForeign);
        QCOMPARE(loaded.error().arguments.back(), std::string("test-pack"));
    }

    void theFingerprintChangesWithEveryIngredient() {
        const Codebook codebook = *loadCodebook(file_, packOf("network-a"));
        const ModelPack pack = packOf("network-a");
        const Fingerprint base = Recipe(pack, codebook).fingerprint();
        QCOMPARE(base.size(), std::size_t{32});
        QCOMPARE(Recipe(pack, codebook).fingerprint(), base);

        ModelPack other = pack;
        other.networkSha256 = "network-b";
        QVERIFY(Recipe(other, codebook).fingerprint() != base);
        other = pack;
        other.input.width = 320;
        QVERIFY(Recipe(other, codebook).fingerprint() != base);
        other = pack;
        other.input.mean[1] = 128;
        QVERIFY(Recipe(other, codebook).fingerprint() != base);
        other = pack;
        other.input.scale = 1.0F / 127;
        QVERIFY(Recipe(other, codebook).fingerprint() != base);
        other = pack;
        other.gemPower = 4;
        QVERIFY(Recipe(other, codebook).fingerprint() != base);
        Codebook retrained = codebook;
        retrained.encodingChecksum = "another";
        QVERIFY(Recipe(pack, retrained).fingerprint() != base);
    }

    void aStoredDescriptorGivesTheSameCodesAsThePhoto() {
        const Recipe recipe(packOf("network-a"), *loadCodebook(file_, packOf("network-a")));
        FeatureMaps maps;
        maps.stride32 = {length, 2, 2, randomValues(length * 4, 3)};
        const PhotoCodes photo = recipe.encodePhoto(maps);
        const PhotoCodes again = recipe.encodePhoto(photo.descriptor);
        const QueryCodes query = recipe.encodeQuery(maps);
        QVERIFY(photo.global == again.global);
        QCOMPARE(photo.rerank.levels, again.rerank.levels);
        QVERIFY(photo.global == query.global);
        QCOMPARE(query.projected.size(), std::size_t{12});
    }

    void theCalibrationIsALogisticMap() {
        const Calibration calibration{4, -2};
        QCOMPARE(calibration.similarity(0.5), 0.5);
        QVERIFY(calibration.similarity(1) > 0.88 && calibration.similarity(1) < 0.8808);
        QVERIFY(calibration.similarity(0) < calibration.similarity(0.1));
    }
};

QTEST_APPLESS_MAIN(TestCodebook)
#include "test_codebook.moc"
