// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes of the made collages are searched, among the collages and the sample photos, by the real network.
#include "core/evaluation/box_evaluator.h"

#include "tests/quick_engine.h"
#include "tests/search/collages.h"

#include <QtTest>

#include <algorithm>

using namespace likeness;
using likeness::testing::IndexedCollages;

class TestBoxEvaluator : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedCollages> scenes_;
    std::unique_ptr<Backbone> backbone_;
    std::unique_ptr<SearchEngine> engine_;
    BoxTruth truth_;

    Result<BoxEvaluation> evaluate(const BoxEvaluationOptions& options,
                                   std::vector<JudgedPair>* pairs = nullptr) const {
        return evaluateBoxes(*engine_, scenes_->photos(), truth_, options, {}, {}, pairs);
    }

    /// Boxes that fill their photo are answers, but no queries.
    static BoxEvaluationOptions optionsOf(SearchMode mode) {
        BoxEvaluationOptions options{SearchRequest{PhotoId()}, 0, 0.9, 2, {}};
        options.request.mode = mode;
        return options;
    }

    /// A sample photo shows what its folder says, everywhere.
    void labelSamples() {
        for (const Photo& photo : scenes_->photos()) {
            const auto kind = photo.file.parent_path().filename().string();
            const auto label = std::ranges::find(truth_.labels, kind);
            if (label != truth_.labels.end())
                truth_.boxesOfPhoto[photo.id] = {
                    {static_cast<int>(label - truth_.labels.begin()), wholePhoto}};
        }
    }

    /// Photos with a box of that class.
    int photosOf(int label) const {
        return static_cast<int>(std::ranges::count_if(truth_.boxesOfPhoto, [&](const auto& photo) {
            return std::ranges::count(photo.second, label, &LabelledBox::label) > 0;
        }));
    }

private Q_SLOTS:
    void initTestCase() {
        scenes_ = std::make_unique<IndexedCollages>();
        const auto& library = scenes_->library();
        QVERIFY2(library.error().empty(), library.error().c_str());
        QCOMPARE(scenes_->items().size(), std::size_t{26});
        truth_ = scenes_->truth();
        labelSamples();
        QCOMPARE(truth_.boxesOfPhoto.size(), std::size_t{86});
        auto opened = openBackbone(library.recipe()->pack(), quickEngine);
        QVERIFY(opened);
        backbone_ = std::move(opened->backbone);
        engine_ = std::make_unique<SearchEngine>(library.database(), library.liveIndex(), library.recipe(),
                                                 backbone_.get());
    }

    void boxesFindPhotosOfTheirClass_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<double>("leastMap"); // a tenth of all photos is right
        QTest::addColumn<double>("leastPrecision");
        QTest::newRow("region") << static_cast<int>(SearchMode::Region) << 0.45 << 0.8;
        QTest::newRow("part") << static_cast<int>(SearchMode::Part) << 0.25 << 0.2;
        QTest::newRow("fused") << static_cast<int>(SearchMode::Fused) << 0.4 << 0.4;
    }

    void boxesFindPhotosOfTheirClass() {
        QFETCH(int, mode);
        QFETCH(double, leastMap);
        QFETCH(double, leastPrecision);
        const auto evaluation = evaluate(optionsOf(static_cast<SearchMode>(mode)));
        QVERIFY(evaluation.ok());
        QCOMPARE(evaluation->queries, 26);
        QCOMPARE(evaluation->photos, 86);
        QVERIFY(evaluation->msPerQuery > 0);
        QVERIFY(evaluation->map >= leastMap && evaluation->map <= 1);
        QVERIFY(evaluation->precisionAt1 >= leastPrecision && evaluation->precisionAt1 <= 1);
        QVERIFY(evaluation->localisation >= 0.6 && evaluation->localisation <= 1);
        QVERIFY(evaluation->calibrationError >= 0 && evaluation->calibrationError <= 0.35);
    }

    void wholePhotosAreNotLocated() { QCOMPARE(evaluate(optionsOf(SearchMode::Whole))->localisation, 0.0); }

    void everyPairOfABoxAndAnotherPhotoIsJudged() {
        std::vector<JudgedPair> pairs;
        const auto evaluation = evaluate(optionsOf(SearchMode::Part), &pairs);
        QCOMPARE(static_cast<std::int64_t>(pairs.size()), evaluation->queries * 85);
        std::ptrdiff_t right = 0;
        for (const auto& [photo, boxes] : scenes_->truth().boxesOfPhoto)
            for (const LabelledBox& box : boxes)
                right += photosOf(box.label) - 1;
        QCOMPARE(std::ranges::count(pairs, true, &JudgedPair::right), right);
    }

    void boxesOutsideTheLimitsAreNotAsked() {
        const auto all = evaluate(optionsOf(SearchMode::Part))->queries;
        BoxEvaluationOptions small = optionsOf(SearchMode::Part);
        small.maxArea = 0.09;
        BoxEvaluationOptions large = optionsOf(SearchMode::Part);
        large.minArea = 0.09;
        const auto few = evaluate(small)->queries;
        QVERIFY(few > 0 && few < all);
        QCOMPARE(few + evaluate(large)->queries, all);

        BoxEvaluationOptions withoutHats = optionsOf(SearchMode::Part);
        withoutHats.excluded = {"hat"};
        QCOMPARE(evaluate(withoutHats)->queries, all - 3);
    }

    void limitsThatNoBoxMeetsAreAnError() {
        BoxEvaluationOptions options = optionsOf(SearchMode::Part);
        options.minArea = 0.9;
        QCOMPARE(evaluate(options).error().code, ErrorCode::NoBoxes);
        options = optionsOf(SearchMode::Part);
        options.minPhotosOfClass = 50;
        QCOMPARE(evaluate(options).error().code, ErrorCode::NoBoxes);
    }

    void progressRisesToOneAndAStopEndsTheWork() {
        std::vector<double> heard;
        std::stop_source stop;
        const auto note = [&](double share) { heard.push_back(share); };
        QVERIFY(evaluateBoxes(*engine_, scenes_->photos(), truth_, optionsOf(SearchMode::Part), note).ok());
        QVERIFY(std::ranges::is_sorted(heard));
        QCOMPARE(heard.back(), 1.0);

        const auto stopped = evaluateBoxes(
            *engine_, scenes_->photos(), truth_, optionsOf(SearchMode::Part),
            [&](double) { stop.request_stop(); }, stop.get_token());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBoxEvaluator)
#include "test_box_evaluator.moc"
