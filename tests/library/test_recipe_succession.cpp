// SPDX-License-Identifier: GPL-3.0-or-later
// A library goes over to other codes: of another pack, or of another codebook for regions and parts.
#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"
#include "core/library/recipe_succession.h"
#include "core/library/window_repository.h"
#include "core/library/window_sampling.h"
#include "core/search/search_engine.h"
#include "tests/library/indexing_fixture.h"
#include "tests/quick_engine.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

using RecipePtr = std::shared_ptr<const Recipe>;

/// A run that is cancelled as soon as it has stored something.
Result<IndexSummary> cancelledRun(const Workplace& place, const RecipePtr& recipe) {
    RecordingObserver observer;
    IndexOptions options = place.options();
    options.workers = 1;
    options.commitDelay = std::chrono::milliseconds(0);
    Indexer indexer(options, recipe, nullptr, observer);
    observer.duringIndexed = [&](std::span<const PhotoId>) { indexer.cancel(); };
    indexer.start();
    indexer.wait();
    return *observer.finished_;
}

} // namespace

class TestRecipeSuccession : public QObject {
    Q_OBJECT

    RecipePtr former_; // the default pack's
    RecipePtr other_;  // of another pack

    static void putFive(const Workplace& place) {
        for (std::size_t i = 0; i < 5; ++i)
            place.put(10 * i, std::to_string(i) + ".jpg");
    }

    static std::string packOf(const Workplace& place) { return *libraryPackName(place.open()); }

    static std::size_t regions(const Workplace& place, const Recipe& recipe) {
        const Database database = place.open();
        return WindowRepository(database, recipe).codes(Granularity::Region)->size();
    }

    /// A codebook for regions that was trained on the library's own photos, kept there and chosen.
    static RecipePtr trainRegions(const Workplace& place) {
        const Database database = *Database::open(place.library(), OpenMode::Write);
        const auto pack = loadDefaultRecipe();
        const auto data = sampleWindows(database, (*pack)->pack(), Granularity::Region, {}, {});
        CodebookTrainingOptions options;
        options.method = "lsh";
        options.bits = 64;
        const auto trained = trainWindowCodebook(*data, Granularity::Region, options, (*pack)->pack(),
                                                 (*pack)->codebook(Granularity::Region));
        const auto kept = CodebookRepository(database).add(trained->codebook);
        if (!kept || !setNextCodebook(database, Granularity::Region, kept->checksum))
            qFatal("the codebook was not kept");
        return *recipeToIndexWith(database);
    }

private Q_SLOTS:
    void initTestCase() {
        former_ = *loadDefaultRecipe();
        other_ = *loadRecipe(*findModelPack("small-cnn-224"));
    }

    void anotherPackAddsItsCodesAndLeavesThoseOfTheFirst() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        const auto before = place.codes(*former_);
        const auto summary = place.index(place.options(), other_);
        VERIFY_OK(summary);
        QCOMPARE(summary->indexed, 5);
        QVERIFY(summary->searchedAnew);
        QCOMPARE(place.codes(*other_).size(), std::size_t{5});
        QCOMPARE(regions(place, *former_), std::size_t{5});
        const auto after = place.codes(*former_);
        QCOMPARE(after.size(), std::size_t{5});
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(after[i].photo == before[i].photo && after[i].code == before[i].code);
        QCOMPARE(packOf(place), std::string("small-cnn-224"));
        QCOMPARE(place.index(place.options(), former_)->indexed, 0); // back again at once
        QCOMPARE(packOf(place), std::string(defaultPackName));
    }

    void theFormerPackAnswersUntilTheOtherHasAllPhotos() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        const auto stopped = cancelledRun(place, other_);
        VERIFY_OK(stopped);
        QVERIFY(stopped->cancelled && !stopped->searchedAnew);
        const std::size_t done = place.codes(*other_).size();
        QVERIFY(done >= 1 && done < 5);

        QCOMPARE(packOf(place), std::string(defaultPackName));
        QCOMPARE(place.codes(*former_).size(), std::size_t{5});
        QCOMPARE(place.counts().indexed, 5);
        QCOMPARE((*libraryRecipe(place.open()))->fingerprint(), former_->fingerprint());

        const auto next = *recipeToIndexWith(place.open());
        QCOMPARE(next->fingerprint(), other_->fingerprint());
        const auto summary = place.index(place.options(), next);
        QCOMPARE(summary->indexed, static_cast<std::int64_t>(5 - done));
        QVERIFY(summary->searchedAnew);
        QCOMPARE(packOf(place), std::string("small-cnn-224"));
        QCOMPARE((*recipeToIndexWith(place.open()))->fingerprint(), other_->fingerprint());
    }

    void goingBackToTheFormerPackEndsTheSuccession() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        VERIFY_OK(cancelledRun(place, other_));
        VERIFY_OK(place.index(place.options(), former_));
        QCOMPARE((*recipeToIndexWith(place.open()))->fingerprint(), former_->fingerprint());
    }

    void aLibraryWithoutCodesTakesAPackAtOnce() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(cancelledRun(place, other_));
        QCOMPARE(packOf(place), std::string("small-cnn-224"));
    }

    void photosThatComeWhileThePackChangesGetTheNewCodes() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        VERIFY_OK(cancelledRun(place, other_));
        place.put(70, "new.jpg");
        const auto summary = place.index(place.options(), other_);
        VERIFY_OK(summary);
        QVERIFY(summary->searchedAnew);
        QCOMPARE(place.codes(*other_).size(), std::size_t{6});
        QCOMPARE(place.codes(*former_).size(), std::size_t{5});
    }

    void windowsAreSampledEvenlyAndAlikeEachTime() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        const Database database = place.open();
        for (const auto granularity : {Granularity::Region, Granularity::Part}) {
            WindowSamplingOptions options;
            options.mostPhotos = 3;
            const auto once = sampleWindows(database, former_->pack(), granularity, options, {});
            const auto again = sampleWindows(database, former_->pack(), granularity, options, {});
            VERIFY_OK(once);
            QCOMPARE(once->length, descriptorLength(former_->pack(), granularity));
            // 3 photos are so few that all their windows teach; regions have the whole photo twice.
            QCOMPARE(once->count(), granularity == Granularity::Region ? 3 * 40 : 3 * 275);
            QVERIFY(once->values == again->values);
            std::stop_source stop;
            stop.request_stop();
            QCOMPARE(sampleWindows(database, former_->pack(), granularity, options, {}, stop.get_token())
                         .error()
                         .code,
                     ErrorCode::Cancelled);
        }
        QCOMPARE(sampleWindows(database, other_->pack(), Granularity::Region, {}, {}).error().code,
                 ErrorCode::GranularityMissing);
    }

    void oldRegionsAnswerUntilAllPhotosHaveTheNewOnes() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        const RecipePtr next = trainRegions(place);
        QVERIFY(next->fingerprint(Granularity::Region) != former_->fingerprint(Granularity::Region));
        QCOMPARE(next->fingerprint(), former_->fingerprint());
        QCOMPARE((*libraryRecipe(place.open()))->fingerprint(Granularity::Region),
                 former_->fingerprint(Granularity::Region));

        VERIFY_OK(cancelledRun(place, next));
        const std::size_t done = regions(place, *next);
        QVERIFY(done >= 1 && done < 5);
        {
            const Database database = place.open();
            const auto recipe = *libraryRecipe(database);
            const auto indexes = *loadIndexes(database, *recipe);
            QCOMPARE(indexes->regions.size(), std::size_t{5});
            QCOMPARE(indexes->regions.bits(), 256);
            const auto opened = openBackbone(recipe->pack(), quickEngine);
            SearchEngine engine(database, *indexes, recipe, opened->backbone.get());
            SearchRequest request{place.idOf(place.photos() / "0.jpg")};
            request.mode = SearchMode::Region;
            request.boxes = {{0.2, 0.2, 0.5, 0.5}};
            QCOMPARE(engine.search(request)->photos.size(), std::size_t{4});
        }
        const auto summary = place.index(place.options(), *recipeToIndexWith(place.open()));
        QCOMPARE(summary->indexed, static_cast<std::int64_t>(5 - done));
        QVERIFY(summary->searchedAnew);
        const Database database = place.open();
        const auto recipe = *libraryRecipe(database);
        QCOMPARE(recipe->fingerprint(Granularity::Region), next->fingerprint(Granularity::Region));
        const auto indexes = *loadIndexes(database, *recipe);
        QCOMPARE(indexes->regions.size(), std::size_t{5});
        QCOMPARE(indexes->regions.bits(), 64);
        QCOMPARE(indexes->parts.size(), std::size_t{5});
        QCOMPARE(regions(place, *former_), std::size_t{5}); // kept, to go back without reading photos
    }

    void goingBackToThePacksRegionsNeedsNoPhotos() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        VERIFY_OK(place.index(place.options(), trainRegions(place)));
        {
            const Database database = *Database::open(place.library(), OpenMode::Write);
            VERIFY_OK(setNextCodebook(database, Granularity::Region, {}));
            const auto back = *recipeToIndexWith(database);
            QCOMPARE(back->fingerprint(Granularity::Region), former_->fingerprint(Granularity::Region));
            QVERIFY(*succeedWhereComplete(database, *back));
        }
        QCOMPARE((*libraryRecipe(place.open()))->fingerprint(Granularity::Region),
                 former_->fingerprint(Granularity::Region));
    }

    void theLiveIndexKeepsToTheCodesThatItIsFor() {
        const Workplace place;
        putFive(place);
        LiveIndexes live(*former_);
        VERIFY_OK(place.index(place.options(), former_, &live));
        const RecipePtr next = trainRegions(place);
        place.put(70, "new.jpg");
        VERIFY_OK(place.index(place.options(), next, &live));
        QCOMPARE(live.global.size(), std::size_t{6});
        QCOMPARE(live.parts.size(), std::size_t{6});
        QCOMPARE(live.regions.size(), std::size_t{5});
        for (const IndexedWindows& photo : live.regions.codesOf(std::vector{place.allPhotos().front().id}))
            QCOMPARE(photo.codes.bits, 256);
        VERIFY_OK(place.index(place.options(), other_, &live));
        QCOMPARE(live.global.size(), std::size_t{6});
    }

    void progressOfEachCodeSetIsTold() {
        const Workplace place;
        putFive(place);
        VERIFY_OK(place.index(place.options(), former_));
        VERIFY_OK(cancelledRun(place, other_));
        const auto sets = codeSetProgress(place.open());
        VERIFY_OK(sets);
        QCOMPARE(sets->size(), std::size_t{4});
        for (const CodeSetProgress& set : *sets) {
            const bool isOther = set.fingerprint == other_->fingerprint();
            QCOMPARE(set.photos, isOther ? static_cast<std::int64_t>(place.codes(*other_).size()) : 5);
            QCOMPARE(set.descriptorSource, (isOther ? other_ : former_)->pack().descriptorSource());
        }
    }
};

QTEST_GUILESS_MAIN(TestRecipeSuccession)
#include "test_recipe_succession.moc"
