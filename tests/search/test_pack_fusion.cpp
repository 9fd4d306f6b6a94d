// SPDX-License-Identifier: GPL-3.0-or-later
// Whole photos compared by two packs, on the sample photos, indexed with both.
#include "core/search/pack_fusion.h"
#include "core/search/search_engine.h"
#include "tests/search/second_pack.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;
using likeness::testing::SecondPack;

namespace {

double logOdds(double p) {
    return std::log(p / (1 - p));
}

std::map<PhotoId, RankedPhoto> byPhoto(const Result<SearchResult>& result) {
    std::map<PhotoId, RankedPhoto> photos;
    for (const RankedPhoto& photo : result->photos)
        photos.emplace(photo.photo, photo);
    return photos;
}

} // namespace

class TestPackFusion : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::unique_ptr<SecondPack> second_;

    SearchEngine firstEngine() const {
        return {samples_->database(), samples_->liveIndex(), samples_->recipe(), nullptr};
    }
    SearchEngine secondEngine(const LiveIndexes& indexes) const {
        return {samples_->database(), indexes, second_->recipe(), nullptr};
    }

    Result<SearchResult> fused(const SearchRequest& request, const LiveIndexes& secondIndexes) const {
        SearchEngine first = firstEngine();
        SearchEngine second = secondEngine(secondIndexes);
        first.fuseWith(second);
        return first.search(request);
    }

    SearchRequest request(std::size_t photo, Ranking ranking = Ranking::Full) const {
        return {samples_->photos().photos()->at(photo).id, 1000, ranking};
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        second_ = std::make_unique<SecondPack>(*samples_, "small-cnn-224");
        QVERIFY2(second_->error().empty(), second_->error().c_str());
        QCOMPARE(second_->indexes().global.size(), std::size_t{80});
    }

    void theMeanOfLogOddsIsWorkedOutByHand() {
        using Opinions = std::vector<PackOpinion>;
        QCOMPARE(pooledLogOdds(Opinions{{0.5, 1}, {0.5, 2}}), 0.0);
        QCOMPARE(pooledLogOdds(Opinions{{0.9, 0.3}}), std::log(9.0));
        QCOMPARE(pooledLogOdds(Opinions{{0.9, 1}, {0.5, 3}}), std::log(9.0) / 4);
        QCOMPARE(similarityOfLogOdds(std::log(3.0)), 0.75);
        QVERIFY(std::isfinite(pooledLogOdds(Opinions{{0.0, 1}, {1.0, 1}})));
        QCOMPARE(packShares(1), std::vector{1.0});
        const auto three = packShares(3);
        QCOMPARE(three[0] + three[1] + three[2], 1.0);
        QVERIFY(three[0] > three[1] && three[1] == three[2]);
    }

    void photosRankByWhatBothPacksSay() {
        for (const std::size_t photo : {0U, 17U, 42U, 79U}) {
            const auto together = fused(request(photo), second_->indexes());
            QVERIFY2(together, together ? "" : together.error().text.c_str());
            QCOMPARE(together->photos.size(), std::size_t{79});
            const auto a = byPhoto(firstEngine().search(request(photo)));
            const auto b = byPhoto(secondEngine(second_->indexes()).search(request(photo)));
            double before = std::numeric_limits<double>::infinity();
            for (const RankedPhoto& found : together->photos) {
                const double expected =
                    0.8 * logOdds(a.at(found.photo).similarity) + 0.2 * logOdds(b.at(found.photo).similarity);
                QVERIFY(std::abs(found.score - expected) < 1e-9);
                QVERIFY(std::abs(logOdds(found.similarity) - expected) < 1e-6);
                QVERIFY(found.score <= before);
                before = found.score;
            }
        }
    }

    void codesAreComparedByTheSameShares() {
        const auto together = fused(request(33, Ranking::Codes), second_->indexes());
        QVERIFY(together);
        const auto a = byPhoto(firstEngine().search(request(33, Ranking::Codes)));
        const auto b = byPhoto(secondEngine(second_->indexes()).search(request(33, Ranking::Codes)));
        for (const RankedPhoto& found : together->photos) {
            const int distance = a.at(found.photo).hammingDistance + b.at(found.photo).hammingDistance;
            QCOMPARE(found.hammingDistance, distance);
            const double score = 0.8 * a.at(found.photo).score + 0.2 * b.at(found.photo).score;
            QVERIFY(std::abs(found.score - score) < 1e-9);
        }
    }

    void fewerResultsAreTheFirstOfMore() {
        SearchRequest few = request(5);
        few.top = 7;
        const auto some = fused(few, second_->indexes());
        const auto all = fused(request(5), second_->indexes());
        QCOMPARE(some->photos.size(), std::size_t{7});
        for (std::size_t i = 0; i < some->photos.size(); ++i)
            QCOMPARE(some->photos[i].photo, all->photos[i].photo);
    }

    void aPhotoThatOnlyOnePackHasCodesOfCountsByThatOne() {
        const PhotoId lacking = samples_->photos().photos()->at(11).id;
        const auto indexes = loadIndexes(samples_->database(), *second_->recipe());
        (*indexes)->remove(std::span(&lacking, 1));
        const auto together = byPhoto(fused(request(12), **indexes));
        QCOMPARE(together.size(), std::size_t{79});
        const auto alone = byPhoto(firstEngine().search(request(12)));
        QVERIFY(std::abs(together.at(lacking).similarity - alone.at(lacking).similarity) < 1e-9);
    }

    void withoutAnyCodesOfThePackTheErrorNamesTheRemedy() {
        const LiveIndexes nothing(*second_->recipe());
        const auto refused = fused(request(0), nothing);
        QCOMPARE(refused.error().code, ErrorCode::PackNotIndexed);
        QCOMPARE(refused.error().arguments,
                 (std::vector<std::string>{"small-cnn-224", samples_->file().string()}));
    }
};

QTEST_GUILESS_MAIN(TestPackFusion)
#include "test_pack_fusion.moc"
