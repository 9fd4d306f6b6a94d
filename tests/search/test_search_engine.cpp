// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/rerank_score.h"
#include "core/search/search_engine.h"
#include "tests/quick_engine.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <set>
#include <tuple>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;

namespace {

std::vector<PhotoId> idsOf(const SearchResult& result) {
    std::vector<PhotoId> ids;
    for (const RankedPhoto& photo : result.photos)
        ids.push_back(photo.photo);
    return ids;
}

} // namespace

class TestSearchEngine : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::unique_ptr<Backbone> backbone_;

    SearchEngine engine(const IndexedFolder& library) {
        return {library.database(), library.liveIndex(), library.recipe(), backbone_.get()};
    }
    SearchEngine engine() { return engine(*samples_); }

    /// All photos but the query, by the definition of the ranking: nothing is cut, nothing is indexed.
    std::vector<PhotoId> naiveRanking(PhotoId query, Ranking ranking) {
        const QueryCodes codes = samples_->recipe()->encodeQuery(*samples_->codes().descriptor(query));
        std::vector<std::tuple<double, PhotoId>> ranked; // the smaller the better
        const auto all = samples_->codes().globalCodes();
        std::vector<QuantisedDescriptor> vectors(all->size());
        std::vector<ShortListed> others;
        for (std::size_t i = 0; i < all->size(); ++i) {
            const auto& [photo, code] = all->at(i);
            if (photo == query)
                continue;
            vectors[i] = samples_->codes().rerankVectors(std::span(&photo, 1))->front().second;
            others.push_back({&code, &vectors[i]});
            ranked.emplace_back(hammingDistance(code, codes.global), photo);
        }
        const auto scores =
            rerankScores(codes, others, Rerank::Expansion, samples_->recipe()->codebook().calibrations);
        for (std::size_t i = 0; ranking == Ranking::Full && i < ranked.size(); ++i)
            std::get<double>(ranked[i]) = -scores[i];
        std::sort(ranked.begin(), ranked.end());
        std::vector<PhotoId> ids;
        for (const auto& [key, photo] : ranked)
            ids.push_back(photo);
        return ids;
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        auto opened = openBackbone(samples_->recipe()->pack(), quickEngine);
        QVERIFY(opened);
        backbone_ = std::move(opened->backbone);
    }

    void everyPhotoGetsTheRankingThatANaiveSearchGives_data() {
        QTest::addColumn<int>("ranking");
        QTest::newRow("codes") << static_cast<int>(Ranking::Codes);
        QTest::newRow("full") << static_cast<int>(Ranking::Full);
    }

    void everyPhotoGetsTheRankingThatANaiveSearchGives() {
        QFETCH(int, ranking);
        const auto photos = samples_->photos().photos();
        QCOMPARE(photos->size(), std::size_t{80});
        for (const Photo& photo : *photos) {
            const auto result = engine().search({photo.id, 1000, static_cast<Ranking>(ranking)});
            QVERIFY(result);
            QCOMPARE(result->searched, std::size_t{80});
            QVERIFY(idsOf(*result) == naiveRanking(photo.id, static_cast<Ranking>(ranking)));
        }
    }

    void fewerResultsAreTheFirstOfMore() {
        const PhotoId query = samples_->photos().photos()->front().id;
        for (const Ranking ranking : {Ranking::Codes, Ranking::Full}) {
            auto many = idsOf(*engine().search({query, 1000, ranking}));
            many.resize(7);
            QVERIFY(idsOf(*engine().search({query, 7, ranking})) == many);
        }
    }

    void similarityFallsFromRankToRankWithinZeroAndOne() {
        const PhotoId query = samples_->photos().photos()->front().id;
        for (const Ranking ranking : {Ranking::Codes, Ranking::Full}) {
            const auto result = engine().search({query, 1000, ranking});
            double before = 1.0;
            for (const RankedPhoto& photo : result->photos) {
                QVERIFY(photo.similarity >= 0 && photo.similarity <= before);
                before = photo.similarity;
            }
        }
    }

    void aCopyOutsideTheLibraryFindsItsOriginalAndThenWhatTheOriginalFinds() {
        QTemporaryDir folder;
        const Photo original = samples_->photos().photos()->at(33);
        const std::filesystem::path copy = folder.filePath(QStringLiteral("copy.jpg")).toStdString();
        std::filesystem::copy_file(original.file, copy);

        const auto stored = engine().search({original.id});
        const auto outside = engine().search({copy});
        QVERIFY(outside);
        QCOMPARE(outside->photos.at(0).photo, original.id);
        QCOMPARE(outside->photos.at(1).photo, stored->photos.at(0).photo);
        QVERIFY(outside->timing.decode.count() > 0 && outside->timing.network.count() > 0);
    }

    void pixelsFindWhatTheirFileFinds() {
        const Photo photo = samples_->photos().photos()->at(50);
        const int side = samples_->recipe()->pack().input.width;
        const auto pixels = Decoder().decodeForNetwork(photo.file, side);
        const auto result = engine().search({pixels->image});
        QVERIFY(result);
        QCOMPARE(result->photos.front().photo, photo.id);
        QCOMPARE(result->photos.at(1).photo, engine().search({photo.id})->photos.front().photo);
    }

    void aFileOfTheLibraryIsNotAmongItsOwnResults() {
        const Photo photo = samples_->photos().photos()->at(12);
        const auto result = engine().search({photo.file, 1000});
        QCOMPARE(result->photos.size(), std::size_t{79});
        QVERIFY(!std::ranges::count(idsOf(*result), photo.id));
    }

    void aFileThatChangedSinceItWasIndexedFindsItsFormerSelf() {
        QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        std::filesystem::copy_file(samplesFolder / "hat/hat-1.jpg", home / "a.jpg");
        std::filesystem::copy_file(samplesFolder / "pants/pants-1.jpg", home / "b.jpg");
        const IndexedFolder library(home);
        QVERIFY2(library.error().empty(), library.error().c_str());
        std::filesystem::copy_file(samplesFolder / "pants/pants-1.jpg", home / "a.jpg",
                                   std::filesystem::copy_options::overwrite_existing);

        const auto result = engine(library).search({home / "a.jpg"});
        QVERIFY(result);
        QCOMPARE(result->photos.size(), std::size_t{2});
        QCOMPARE(result->photos.front().photo, (*library.photos().photoOfFile(home / "b.jpg"))->id);
    }

    void whatCantBeSearchedSaysWhy() {
        QTemporaryDir folder;
        const std::filesystem::path broken = folder.filePath(QStringLiteral("broken.jpg")).toStdString();
        std::ofstream(broken) << "This is text.";
        const auto failure = engine().search({broken});
        QVERIFY(!failure);
        QCOMPARE(failure.error().arguments.front(), broken.string());
        QCOMPARE(engine().search({std::filesystem::path("/no/such.jpg")}).error().code,
                 ErrorCode::FileNotFound);
        QCOMPARE(engine().search({PhotoId{1'000'000}}).error().code, ErrorCode::PhotoUnknown);

        const LiveIndexes nothing(*samples_->recipe());
        SearchEngine empty(samples_->database(), nothing, samples_->recipe(), backbone_.get());
        QCOMPARE(empty.search({broken}).error().code, ErrorCode::LibraryEmpty);
    }
};

QTEST_GUILESS_MAIN(TestSearchEngine)
#include "test_search_engine.moc"
