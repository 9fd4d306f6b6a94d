// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/library/indexing_fixture.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <fstream>

using namespace likeness;
using namespace likeness::test;

/// One library of three photos, one problem and one missing photo, for all tests.
class TestRepositories : public QObject {
    Q_OBJECT

private:
    Workplace place_;
    std::filesystem::path first_;
    std::filesystem::path missing_;

private Q_SLOTS:
    void initTestCase() {
        first_ = place_.put(0, "a.jpg");
        place_.put(1, "b.jpg");
        place_.put(2, "c.jpg");
        missing_ = place_.put(3, "gone.jpg");
        std::ofstream(place_.photos() / "broken \xff\n.jpg") << "text";
        VERIFY_OK(place_.index());
        std::filesystem::remove(missing_);
        VERIFY_OK(place_.index());
    }

    void eachPhotoIsCountedOnce() {
        const PhotoCounts counts = place_.counts();
        QCOMPARE(counts.photos, 5);
        QCOMPARE(counts.indexed, 3);
        QCOMPARE(counts.problems, 1);
        QCOMPARE(counts.missing, 1);
        QCOMPARE(counts.pending, 0);
    }

    void photosComeByIdOrAsAskedFor() {
        const Database database = place_.open();
        const PhotoRepository repository(database);
        const auto all = *repository.photos();
        QCOMPARE(all.size(), 5U);
        QVERIFY(std::ranges::is_sorted(all, {}, &Photo::id));
        QCOMPARE(repository.photosIn(all.front().root)->size(), 5U);
        QVERIFY(repository.photosIn(RootId{77})->empty());
        const std::vector<PhotoId> wanted{all[2].id, PhotoId{999}, all[0].id};
        const auto some = *repository.photos(wanted);
        QCOMPARE(some.size(), 2U);
        QVERIFY(some[0].id == all[2].id);
        QVERIFY(some[1].id == all[0].id);
        QCOMPARE(repository.photo(PhotoId{999}).error().code, ErrorCode::PhotoUnknown);
    }

    void problemsKeepTheirArguments() {
        const auto problems = place_.problems();
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().error.code, ErrorCode::UnsupportedFormat);
        QVERIFY(problems.front().file.filename() == "broken \xff\n.jpg");
        QVERIFY(problems.front().error.arguments.front().ends_with("broken \xef\xbf\xbd\\n.jpg"));
    }

    void codesOfMissingPhotosAndOfOtherFingerprintsAreNotGiven() {
        const Database database = place_.open();
        const PhotoId first = place_.idOf(first_);
        const PhotoId missing = place_.idOf(missing_);
        const CodeRepository codes(database, recipe()->fingerprint());
        QCOMPARE(codes.globalCodes()->size(), 3U);
        const std::vector<PhotoId> both{missing, first};
        QCOMPARE(codes.globalCodes(both)->size(), 1U);
        QCOMPARE(codes.rerankVectors(both)->size(), 2U);

        const CodeRepository others(database, "no such fingerprint");
        QVERIFY(others.globalCodes()->empty());
        QVERIFY(others.globalCodes(both)->empty());
        QVERIFY(others.rerankVectors(both)->empty());
        QCOMPARE(others.descriptor(first).error().code, ErrorCode::PhotoNotIndexed);
    }

    void aDescriptorNeedsAPhotoThatIsIndexed() {
        const Database database = place_.open();
        const CodeRepository codes(database, recipe()->fingerprint());
        QVERIFY(codes.descriptor(place_.idOf(first_)));
        QCOMPARE(codes.descriptor(PhotoId{999}).error().code, ErrorCode::PhotoUnknown);
        QCOMPARE(codes.descriptor(place_.problems().front().photo).error().code, ErrorCode::PhotoNotIndexed);
    }

    void deletingAPhotoTakesAllThatBelongsToItAlong() {
        const Workplace place;
        const PhotoId id = [&] {
            const auto file = place.put(0, "a.jpg");
            return place.index() ? place.idOf(file) : PhotoId();
        }();
        const Database database = *Database::open(place.library(), OpenMode::Write);
        database.handle().exec("DELETE FROM photo WHERE id = " + std::to_string(id.value));
        for (const char* table : {"photo", "code", "rerank_vector", "descriptor", "problem"})
            QCOMPARE(database.handle().execAndGet(std::string("SELECT count(*) FROM ") + table).getInt(), 0);
        // and its id is never given again
        place.put(1, "b.jpg");
        VERIFY_OK(place.index());
        QVERIFY(place.allPhotos().front().id > id);
    }
};

QTEST_GUILESS_MAIN(TestRepositories)
#include "test_repositories.moc"
