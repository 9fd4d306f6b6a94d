// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation by two packs together, against the engine that a user asks.
#include "core/evaluation/evaluator.h"
#include "core/evaluation/metrics.h"
#include "tests/search/second_pack.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;
using likeness::testing::SecondPack;

class TestPackRanker : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::unique_ptr<SecondPack> second_;
    GroundTruth truth_;

    Result<Evaluation> evaluate(const std::vector<const Recipe*>& packs, Ranking ranking) const {
        return evaluateLibrary(samples_->database(), packs, truth_, {ranking, Rerank::Expansion, 100}, {});
    }

    /// What searching by each photo gives: 80 photos are fewer than a short list.
    Evaluation bySearching(Ranking ranking) const {
        SearchEngine first(samples_->database(), samples_->liveIndex(), samples_->recipe(), nullptr);
        SearchEngine second(samples_->database(), second_->indexes(), second_->recipe(), nullptr);
        first.fuseWith(second);
        Evaluation sums;
        const auto photos = *samples_->photos().photos();
        for (const Photo& query : photos) {
            std::vector<TieGroup> groups;
            double last = 0;
            const auto found = first.search({query.id, photos.size(), ranking});
            for (const RankedPhoto& photo : found->photos) {
                if (groups.empty() || photo.score != last)
                    groups.emplace_back();
                last = photo.score;
                ++groups.back().photos;
                groups.back().relevant +=
                    truth_.labelsOfPhoto.at(query.id) == truth_.labelsOfPhoto.at(photo.photo) ? 1 : 0;
            }
            sums.map += averagePrecision(groups) / static_cast<double>(photos.size());
            sums.precisionAt1 += precisionAt(groups, 1) / static_cast<double>(photos.size());
        }
        return sums;
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        second_ = std::make_unique<SecondPack>(*samples_, "small-cnn-224");
        QVERIFY2(second_->error().empty(), second_->error().c_str());
        truth_ = labelsFromFolders(*samples_->photos().photos());
    }

    void twoPacksRankAsASearchByBothDoes() {
        for (const Ranking ranking : {Ranking::Codes, Ranking::Full}) {
            const auto evaluation = evaluate({samples_->recipe().get(), second_->recipe().get()}, ranking);
            QVERIFY2(evaluation, evaluation ? "" : evaluation.error().text.c_str());
            const Evaluation searched = bySearching(ranking);
            QCOMPARE(evaluation->queries, std::int64_t{80});
            QVERIFY(std::abs(evaluation->map - searched.map) < 1e-9);
            QVERIFY(std::abs(evaluation->precisionAt1 - searched.precisionAt1) < 1e-9);
        }
    }

    void aPackFusedWithItselfIsThePackAlone() {
        const Recipe* const pack = samples_->recipe().get();
        for (const Ranking ranking : {Ranking::Codes, Ranking::Full})
            QVERIFY(std::abs(evaluate({pack, pack}, ranking)->map - evaluate({pack}, ranking)->map) < 1e-9);
    }

    void aPackWithoutCodesIsRefusedByItsName() {
        const auto some = loadRecipe(*findModelPack("efficientnet-lite0-224"));
        QVERIFY(some);
        const auto refused = evaluate({samples_->recipe().get(), some->get()}, Ranking::Full);
        QCOMPARE(refused.error().code, ErrorCode::PackNotIndexed);
        QCOMPARE(refused.error().arguments.front(), std::string("efficientnet-lite0-224"));
    }
};

QTEST_GUILESS_MAIN(TestPackRanker)
#include "test_pack_ranker.moc"
