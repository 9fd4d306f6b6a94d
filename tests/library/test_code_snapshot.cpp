// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/code_snapshot.h"

#include "core/library/index_loading.h"
#include "tests/library/indexing_fixture.h"

#include <SQLiteCpp/Database.h>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;
using RecipePtr = std::shared_ptr<const Recipe>;

void changeByte(const fs::path& file, std::streamoff at) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekg(at);
    const char before = static_cast<char>(stream.get());
    stream.seekp(at);
    stream.put(static_cast<char>(before ^ 1));
}

} // namespace

class TestCodeSnapshot : public QObject {
    Q_OBJECT

    RecipePtr full_;

    bool fits(const Workplace& place) const {
        const Database database = place.open();
        return openCodeSnapshot(database, *full_)->has_value();
    }

    /// What a search by the first photo's codes finds, of wholes, regions and parts.
    std::vector<std::vector<PhotoDistance>> answers(const LiveIndexes& indexes, PhotoId photo) const {
        const auto wanted = std::span(&photo, 1);
        const auto region = indexes.regions.codesOf(wanted).front().codes;
        const auto part = indexes.parts.codesOf(wanted).front().codes;
        const HashCode box = HashCode::fromWords(region.code(5), region.bits);
        const HashCode spot = HashCode::fromWords(part.code(1), part.bits);
        return {indexes.global.nearest(indexes.global.codesOf(wanted).front().code, 9),
                indexes.regions.nearest(std::span(&box, 1), 9),
                indexes.parts.nearest(std::span(&spot, 1), 9)};
    }

    std::unique_ptr<LiveIndexes> loaded(const Workplace& place) const {
        const Database database = place.open();
        return *loadIndexes(database, *full_);
    }

    void indexThree(const Workplace& place) const {
        place.put(0, "a.jpg");
        place.put(20, "b.jpg");
        place.put(40, "c.jpg");
        VERIFY_OK(place.index(place.options(), full_));
    }

private Q_SLOTS:
    void initTestCase() {
        const auto recipe = loadDefaultRecipe();
        VERIFY_OK(recipe);
        full_ = *recipe;
    }

    void aRunLeavesASnapshotThatAnswersAsTheLibraryDoes() {
        const Workplace place;
        indexThree(place);
        QVERIFY(fits(place));
        const PhotoId first = place.idOf(place.photos() / "a.jpg");
        const auto fromSnapshot = answers(*loaded(place), first);
        fs::remove(codeSnapshotFile(place.library()));
        QVERIFY(!fits(place));
        QVERIFY(answers(*loaded(place), first) == fromSnapshot);
        QCOMPARE(fromSnapshot.front().size(), std::size_t{3});
        QCOMPARE(fromSnapshot.back().front(), (PhotoDistance{first, 0}));
    }

    void whatTheLibraryLearnsMakesItStaleUntilItIsRefreshed() {
        const Workplace place;
        indexThree(place);
        const Database database = *Database::open(place.library(), OpenMode::Write);
        for (const char* change :
             {"UPDATE photo SET missing = 1 WHERE id = 1", "UPDATE photo SET state = 0 WHERE id = 2",
              "UPDATE code SET code = code WHERE photo_id = 3", "DELETE FROM photo WHERE id = 3"}) {
            QVERIFY(fits(place));
            database.handle().exec(change);
            QVERIFY2(!fits(place), change);
            VERIFY_OK(refreshCodeSnapshot(database, *full_));
        }
        QCOMPARE(loaded(place)->global.size(), std::size_t{0});
    }

    void whatDoesNotConcernCodesLeavesItAsItIs() {
        const Workplace place;
        indexThree(place);
        const auto written = fs::last_write_time(codeSnapshotFile(place.library()));
        VERIFY_OK(place.index(place.options(), full_));
        QVERIFY(fs::last_write_time(codeSnapshotFile(place.library())) == written);
    }

    void aDamagedFileIsNotUsed() {
        const Workplace place;
        indexThree(place);
        const fs::path file = codeSnapshotFile(place.library());
        const auto length = static_cast<std::streamoff>(fs::file_size(file));
        for (const std::streamoff at : {std::streamoff{0}, std::streamoff{30}, length / 2, length - 1}) {
            changeByte(file, at);
            QVERIFY(!fits(place));
            QCOMPARE(loaded(place)->parts.size(), std::size_t{3});
            changeByte(file, at);
            QVERIFY(fits(place));
        }
        fs::resize_file(file, static_cast<std::uintmax_t>(length / 2));
        QVERIFY(!fits(place));
        fs::resize_file(file, 0);
        QVERIFY(!fits(place));
    }

    void anotherRecipesCodesAreNotTaken() {
        const Workplace place;
        indexThree(place);
        const Database database = place.open();
        QVERIFY(!openCodeSnapshot(database, *otherRecipe())->has_value());
    }

    void whereItCanNotBeWrittenTheRunIsWholeAllTheSame() {
        const Workplace place;
        fs::create_directories(codeSnapshotFile(place.library()) / "in the way");
        indexThree(place);
        QVERIFY(!fits(place));
        QCOMPARE(loaded(place)->global.size(), std::size_t{3});
    }

    void photosThatComeLaterAreFoundBesideTheMappedOnes() {
        const Workplace place;
        indexThree(place);
        const auto indexes = loaded(place);
        place.put(60, "d.jpg");
        VERIFY_OK(place.index(place.options(), full_, indexes.get()));
        QCOMPARE(indexes->global.size(), std::size_t{4});
        const PhotoId last = place.idOf(place.photos() / "d.jpg");
        QVERIFY(answers(*indexes, last) == answers(*loaded(place), last));
    }
};

QTEST_GUILESS_MAIN(TestCodeSnapshot)
#include "test_code_snapshot.moc"
