// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/backbone.h"
#include "core/hashing/rerank_score.h"
#include "core/image/decoder.h"
#include "tests/quick_engine.h"

#include <QtTest>

using namespace likeness;

/// The codebook that new libraries take, on real photos.
class TestDefaultCodebook : public QObject {
    Q_OBJECT

    std::shared_ptr<const Recipe> recipe_;
    std::unique_ptr<Backbone> backbone_;

    /// The descriptor of a photo below resources/.
    QuantisedDescriptor descriptorOf(const char* photo) const {
        const std::filesystem::path resources = LIKENESS_SOURCE_DIR "/resources";
        const auto decoded = Decoder().decodeForNetwork(resources / photo, recipe_->pack().input.width);
        if (!decoded)
            return {};
        const auto maps = backbone_->run(decoded->image);
        return maps ? recipe_->encodePhoto(*maps).descriptor : QuantisedDescriptor();
    }

    double similarity(const QuantisedDescriptor& query, const QuantisedDescriptor& photo) const {
        const PhotoCodes stored = recipe_->encodePhoto(photo);
        const double score = rerankScore(recipe_->encodeQuery(query), stored.global, stored.rerank);
        return recipe_->codebook().calibrations.full.similarity(score);
    }

private Q_SLOTS:
    void initTestCase() {
        auto recipe = loadDefaultRecipe();
        QVERIFY2(recipe, recipe ? "" : recipe.error().text.c_str());
        recipe_ = *std::move(recipe);
        setThreadsPerPass(1);
        auto opened = openBackbone(recipe_->pack(), quickEngine);
        QVERIFY2(opened, opened ? "" : opened.error().text.c_str());
        backbone_ = std::move(opened->backbone);
    }

    void itMakes256BitsOfThePacksDescriptor() {
        QCOMPARE(recipe_->codebook().encoder->bits(), 256);
        QCOMPARE(recipe_->codebook().encoder->descriptorLength(), recipe_->pack().descriptorLength());
        QVERIFY(recipe_->codebook().fittedOn.find("photos") != std::string::npos);
    }

    void savingItAgainGivesTheSameBytes() {
        const auto file = recipe_->pack().codebooks.at("default");
        QVERIFY(toBytes(recipe_->codebook()) == *readFile(file));
    }

    void aPersonSeesHighSimilarityForEditsAndLowForOtherThings() {
        const auto hat = descriptorOf("samples/hat/hat-3.jpg");
        const auto edited = descriptorOf("samples-made/edited/hat-3.brightness.made-edit.jpg");
        const auto shoes = descriptorOf("samples/shoes/shoes-1.jpg");
        QVERIFY(!hat.levels.empty() && !edited.levels.empty() && !shoes.levels.empty());
        QVERIFY(similarity(hat, hat) > 0.985);
        QVERIFY(similarity(hat, edited) > 0.8);
        QVERIFY(similarity(hat, shoes) < 0.2);
    }
};

QTEST_APPLESS_MAIN(TestDefaultCodebook)
#include "test_default_codebook.moc"
