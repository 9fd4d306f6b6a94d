// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"

#include "core/evaluation/metrics.h"
#include "core/hashing/rerank_score.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;

class TestEvaluator : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    GroundTruth truth_;

    /// 80 photos are fewer than a short list, so every one is re-ranked.
    double naiveKey(const QueryCodes& query, const IndexedCode& entry, Ranking ranking) const {
        if (ranking == Ranking::Codes)
            return hammingDistance(query.global, entry.code);
        const auto vector = samples_->codes().rerankVectors(std::span(&entry.photo, 1));
        return -rerankScore(query, entry.code, vector->front().second);
    }

    Evaluation naiveEvaluation(Ranking ranking) const {
        const auto codes = *samples_->codes().globalCodes();
        Evaluation sums;
        for (const IndexedCode& query : codes) {
            const QueryCodes queryCodes =
                samples_->recipe()->encodeQuery(*samples_->codes().descriptor(query.photo));
            std::map<double, TieGroup> groups;
            for (const IndexedCode& other : codes) {
                if (other.photo == query.photo)
                    continue;
                TieGroup& group = groups[naiveKey(queryCodes, other, ranking)];
                ++group.photos;
                group.relevant +=
                    sharesLabel(truth_.labelsOfPhoto.at(query.photo), truth_.labelsOfPhoto.at(other.photo))
                        ? 1
                        : 0;
            }
            std::vector<TieGroup> ordered;
            for (const auto& [key, group] : groups)
                ordered.push_back(group);
            sums.map += averagePrecision(ordered) / static_cast<double>(codes.size());
            sums.precisionAt1 += precisionAt(ordered, 1) / static_cast<double>(codes.size());
        }
        return sums;
    }

    Result<Evaluation> evaluate(const GroundTruth& truth, Ranking ranking = Ranking::Full,
                                const std::stop_token& stop = {}) const {
        return evaluateLibrary(samples_->database(), *samples_->recipe(), truth, {ranking, Rerank::Sum, 100},
                               {}, stop);
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        truth_ = labelsFromFolders(*samples_->photos().photos());
        QCOMPARE(truth_.labels.size(), std::size_t{10});
    }

    void itAgreesWithANaiveDoubleLoop_data() {
        QTest::addColumn<int>("ranking");
        QTest::newRow("codes") << static_cast<int>(Ranking::Codes);
        QTest::newRow("full") << static_cast<int>(Ranking::Full);
    }

    void itAgreesWithANaiveDoubleLoop() {
        QFETCH(int, ranking);
        const auto evaluation = evaluate(truth_, static_cast<Ranking>(ranking));
        const Evaluation naive = naiveEvaluation(static_cast<Ranking>(ranking));
        QVERIFY(evaluation);
        QCOMPARE(evaluation->queries, std::int64_t{80});
        QCOMPARE(evaluation->photos, std::int64_t{80});
        QVERIFY(std::abs(evaluation->map - naive.map) < 1e-9);
        QVERIFY(std::abs(evaluation->precisionAt1 - naive.precisionAt1) < 1e-9);
        QVERIFY(evaluation->msPerQuery > 0);
    }

    void theNetworkTellsKindsOfClothingApart() {
        // By chance it would be .1.
        QVERIFY(evaluate(truth_)->precisionAt1 >= 0.6);
        QVERIFY(evaluate(truth_, Ranking::Codes)->precisionAt1 >= 0.4);
    }

    void onlyLabelledPhotosAreRankedAndOneAloneIsNoQuery() {
        GroundTruth few;
        few.labels = {"pair", "alone"};
        const auto photos = *samples_->photos().photos();
        few.labelsOfPhoto = {{photos[0].id, {0}}, {photos[1].id, {0}}, {photos[2].id, {1}}};
        const auto evaluation = evaluate(few);
        QCOMPARE(evaluation->photos, std::int64_t{3});
        QCOMPARE(evaluation->queries, std::int64_t{2});
        QCOMPARE(evaluation->withoutMatch, std::int64_t{1});
    }

    void withoutTwoPhotosOfALabelThereIsNothingToEvaluate() {
        QCOMPARE(evaluate({}).error().code, ErrorCode::NoLabels);
    }

    void itStopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(evaluate(truth_, Ranking::Full, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void progressRisesToTheWhole() {
        std::vector<double> shares;
        const auto evaluation = evaluateLibrary(samples_->database(), *samples_->recipe(), truth_, {},
                                                [&](double share) { shares.push_back(share); });
        QVERIFY(evaluation);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QCOMPARE(shares.back(), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestEvaluator)
#include "test_evaluator.moc"
