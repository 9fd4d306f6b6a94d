// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of regions and parts in the library: how photos get them, and which of them are compared.
#include "core/hashing/spot_selection.h"
#include "core/image/decoder.h"
#include "core/library/window_repository.h"
#include "core/search/search_engine.h"
#include "tests/library/indexing_fixture.h"
#include "tests/quick_engine.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

using RecipePtr = std::shared_ptr<const Recipe>;

bool same(const WindowCodes& a, const WindowCodes& b) {
    return a.bits == b.bits && a.windows == b.windows && a.words == b.words;
}

} // namespace

class TestWindowCodesRun : public QObject {
    Q_OBJECT

    RecipePtr whole_;        // codes of whole photos alone
    RecipePtr full_;         // the pack's: regions and parts too
    RecipePtr otherRegions_; // the same with another codebook for regions

    static std::vector<IndexedWindows> codes(const Workplace& place, const Recipe& recipe,
                                             Granularity granularity) {
        const Database database = place.open();
        return *WindowRepository(database, recipe).codes(granularity);
    }

    static std::vector<fs::path> putThree(const Workplace& place) {
        return {place.put(0, "a.jpg"), place.put(20, "b.jpg"), place.put(40, "below/c.jpg")};
    }

private Q_SLOTS:
    void initTestCase() {
        const auto pack = findModelPack(defaultPackName);
        QVERIFY(pack);
        const auto global = loadPackCodebook(*pack, "default");
        const auto region = loadPackCodebook(*pack, "region");
        const auto part = loadPackCodebook(*pack, "part");
        QVERIFY(global && region && part);
        Codebook other = *region;
        other.encodingChecksum = "another codebook";
        whole_ = std::make_shared<const Recipe>(*pack, *global);
        full_ = std::make_shared<const Recipe>(*pack, *global, std::vector{*region, *part});
        otherRegions_ = std::make_shared<const Recipe>(*pack, *global, std::vector{other, *part});
    }

    void storedWindowsAreThoseOfTheRecipe() {
        const Workplace place;
        const fs::path file = place.put(3, "a.jpg");
        VERIFY_OK(place.index(place.options(), full_));
        const auto opened = openBackbone(full_->pack(), quickEngine);
        const auto decoded = Decoder().decodeForNetwork(file, full_->pack().input.width);
        const PhotoWindows expected = full_->encodeWindows(*opened->backbone->run(decoded->image));

        const PhotoId id = place.idOf(file);
        const Database database = place.open();
        const WindowRepository windows(database, *full_);
        QVERIFY(same(windows.codes(Granularity::Region)->front().codes, expected.regions));
        QVERIFY(same(windows.codes(Granularity::Part, std::span(&id, 1))->front().codes, expected.parts));
        QVERIFY(windows.saliency(std::span(&id, 1))->at(id).cells == expected.saliency.cells);
        QCOMPARE(expected.regions.size(), std::size_t{39});
        QCOMPARE(expected.parts.size(), mostSpots);
    }

    void photosWithoutWindowsGetThemInTheNextRunUnderTheirIds() {
        const Workplace place;
        const auto files = putThree(place);
        VERIFY_OK(place.index(place.options(), whole_));
        const auto before = place.codes(*full_);
        QCOMPARE(before.size(), std::size_t{3});
        QVERIFY(codes(place, *full_, Granularity::Region).empty());

        LiveIndexes live(*full_);
        const auto summary = place.index(place.options(), full_, &live);
        VERIFY_OK(summary);
        QCOMPARE(summary->indexed, 3);
        QCOMPARE(summary->problems, 0);
        QCOMPARE(live.regions.size(), std::size_t{3});
        QCOMPARE(live.parts.size(), std::size_t{3});
        const auto after = place.codes(*full_);
        QCOMPARE(after.size(), std::size_t{3});
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(after[i].photo == before[i].photo && after[i].code == before[i].code);
        for (const auto granularity : {Granularity::Region, Granularity::Part})
            QCOMPARE(codes(place, *full_, granularity).size(), std::size_t{3});
        QCOMPARE(place.index(place.options(), full_)->unchanged, 3);
    }

    void onlyPhotosThatLackWindowsAreDecodedForThem() {
        const Workplace place;
        const auto files = putThree(place);
        VERIFY_OK(place.index(place.options(), full_));
        place.put(60, "d.jpg");
        VERIFY_OK(place.index(place.options(), whole_));
        QCOMPARE(codes(place, *full_, Granularity::Region).size(), std::size_t{3});
        const auto summary = place.index(place.options(), full_);
        QCOMPARE(summary->indexed, 1);
        QCOMPARE(summary->unchanged, 3);
        QCOMPARE(codes(place, *full_, Granularity::Region).size(), std::size_t{4});
    }

    void wholePhotosAreSearchedMeanwhileAndWindowsSayThatTheyAreNotThere() {
        const Workplace place;
        const auto files = putThree(place);
        VERIFY_OK(place.index(place.options(), whole_));
        LiveIndexes live(*full_);
        live.global.put(place.codes(*full_));
        const Database database = place.open();
        SearchEngine engine(database, live, full_, nullptr);
        SearchRequest request{place.idOf(files[0])};
        QCOMPARE(engine.search(request)->photos.size(), std::size_t{2});
        for (const auto mode : {SearchMode::Region, SearchMode::Part, SearchMode::Fused}) {
            request.mode = mode;
            QCOMPARE(engine.search(request).error().code, ErrorCode::NotYetIndexed);
        }
    }

    void withoutCodebooksForThemWindowsAreRefused() {
        const Workplace place;
        const auto files = putThree(place);
        LiveIndexes live(*whole_);
        VERIFY_OK(place.index(place.options(), whole_, &live));
        QVERIFY(codes(place, *whole_, Granularity::Region).empty());
        const Database database = place.open();
        SearchEngine engine(database, live, whole_, nullptr);
        SearchRequest request{place.idOf(files[0])};
        for (const auto mode : {SearchMode::Region, SearchMode::Part, SearchMode::Fused}) {
            request.mode = mode;
            QCOMPARE(engine.search(request).error().code, ErrorCode::GranularityMissing);
        }
    }

    void codesOfAnotherCodebookAreNeverReturned() {
        const Workplace place;
        const auto files = putThree(place);
        VERIFY_OK(place.index(place.options(), full_));
        const PhotoId id = place.idOf(files[1]);
        QVERIFY(codes(place, *otherRegions_, Granularity::Region).empty());
        QCOMPARE(codes(place, *otherRegions_, Granularity::Part).size(), std::size_t{3});
        const Database database = place.open();
        const WindowRepository other(database, *otherRegions_);
        QVERIFY(other.codes(Granularity::Region, std::span(&id, 1))->empty());
    }

    void anotherCodebookForRegionsGetsCodesOfItsOwn() {
        const Workplace place;
        const auto files = putThree(place);
        VERIFY_OK(place.index(place.options(), full_));
        const auto ids = place.allPhotos();
        QCOMPARE(place.index(place.options(), otherRegions_)->indexed, 3);
        QCOMPARE(codes(place, *otherRegions_, Granularity::Region).size(), std::size_t{3});
        QCOMPARE(codes(place, *otherRegions_, Granularity::Part).size(), std::size_t{3});
        QVERIFY(std::ranges::equal(ids, place.allPhotos(), {}, &Photo::id, &Photo::id));
    }

    void windowsOfMissingPhotosAreLeftOutAndComeBack() {
        const Workplace place;
        const auto files = putThree(place);
        LiveIndexes live(*full_);
        VERIFY_OK(place.index(place.options(), full_, &live));
        const fs::path away = place.folder() / "away.jpg";
        fs::rename(files[0], away);
        VERIFY_OK(place.index(place.options(), full_, &live));
        QCOMPARE(codes(place, *full_, Granularity::Region).size(), std::size_t{2});
        QCOMPARE(live.regions.size(), std::size_t{2});
        QCOMPARE(live.parts.size(), std::size_t{2});

        fs::rename(away, files[0]);
        QCOMPARE(place.index(place.options(), full_, &live)->indexed, 0);
        QCOMPARE(codes(place, *full_, Granularity::Part).size(), std::size_t{3});
        QCOMPARE(live.regions.size(), std::size_t{3});
        QCOMPARE(live.parts.size(), std::size_t{3});
    }

    void aChangedPhotoHasTheWindowsOfItsNewContent() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        LiveIndexes live(*full_);
        VERIFY_OK(place.index(place.options(), full_, &live));
        const auto before = codes(place, *full_, Granularity::Region);
        place.put(20, "a.jpg");
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(10));
        VERIFY_OK(place.index(place.options(), full_, &live));
        const auto after = codes(place, *full_, Granularity::Region);
        QCOMPARE(after.size(), std::size_t{1});
        QVERIFY(after.front().photo == before.front().photo);
        QVERIFY(!same(after.front().codes, before.front().codes));
        const PhotoId id = after.front().photo;
        QVERIFY(same(live.regions.codesOf(std::span(&id, 1)).front().codes, after.front().codes));
    }
};

QTEST_GUILESS_MAIN(TestWindowCodesRun)
#include "test_window_codes_run.moc"
