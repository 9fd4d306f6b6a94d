// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tag_name.h"
#include "core/library/tag_repository.h"
#include "tests/library/indexing_fixture.h"

#include "core/library/schema.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <exiv2/exiv2.hpp>

using namespace likeness;
using namespace likeness::test;

namespace {

using Names = std::vector<std::string>;

void writeSubjects(const std::filesystem::path& file, const Names& subjects) {
    const auto image = Exiv2::ImageFactory::open(file.native());
    image->readMetadata();
    image->xmpData().clear();
    for (const std::string& subject : subjects)
        image->xmpData()["Xmp.dc.subject"] = subject; // each adds one to the list
    image->writeMetadata();
}

/// A library of its own in which "a.jpg" carries two keywords and "b.jpg" none.
struct Album {
    Album() {
        a = place.put(0, "a.jpg");
        b = place.put(1, "b.jpg");
        writeSubjects(a, {"lake", "湖"});
        if (!place.index())
            qFatal("can't index");
        idA = place.idOf(a);
        idB = place.idOf(b);
    }

    Names tagsOf(PhotoId photo) const { return *TagRepository(place.open()).tagsOf(photo); }
    void add(const char* name, const std::vector<PhotoId>& photos) const {
        VERIFY_OK(TagRepository(*Database::open(place.library(), OpenMode::Write)).add(name, photos));
    }
    void remove(const char* name, const std::vector<PhotoId>& photos) const {
        VERIFY_OK(TagRepository(*Database::open(place.library(), OpenMode::Write)).remove(name, photos));
    }

    Workplace place;
    std::filesystem::path a;
    std::filesystem::path b;
    PhotoId idA;
    PhotoId idB;
};

} // namespace

class TestTags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameIsTrimmedOnEachLevel() {
        QCOMPARE(*tagName("  lake\t"), std::string("lake"));
        QCOMPARE(*tagName(" Places / Paris "), std::string("Places/Paris"));
        QCOMPARE(*tagName("//a///b/"), std::string("a/b"));
        QCOMPARE(*tagName("\u3000西湖 断桥\u3000"), std::string("西湖 断桥"));
    }

    void aNameOfBlanksIsRefused() {
        for (const char* name : {"", "  ", "\u3000", " / / ", "\u00A0"})
            QCOMPARE(tagName(name).error().code, ErrorCode::InvalidArgument);
        const Album album;
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        QCOMPARE(TagRepository(database).add(" ", std::span(&album.idA, 1)).error().code,
                 ErrorCode::InvalidArgument);
    }

    void onlyPhotosThatChangeAreTold() {
        const Album album;
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        const TagRepository tags(database);
        const std::vector both{album.idA, album.idB};
        QCOMPARE(*tags.add("lake", both), std::vector{album.idB}); // a has it from its file
        QCOMPARE(*tags.remove("sea", both), std::vector<PhotoId>());
        QCOMPARE(*tags.remove("lake", both), both);
        QCOMPARE(*tags.remove("lake", both), std::vector<PhotoId>());
        QCOMPARE(*tags.add("lake", std::span(&album.idA, 1)), std::vector{album.idA});
    }

    void aTagIsRenamedWithThoseBelowIt() {
        const Album album;
        album.add("Places/Paris", {album.idA});
        album.add("Places", {album.idB});
        album.add("Placeholder", {album.idB});
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        const TagRepository tags(database);
        QCOMPARE(*tags.rename("Places", "Places/France"), 2);
        QCOMPARE(album.tagsOf(album.idA), (Names{"Places/France/Paris", "lake", "湖"}));
        QCOMPARE(album.tagsOf(album.idB), (Names{"Placeholder", "Places/France"}));
        QCOMPARE(*tags.rename("Places/France", "Places/France"), 2);
        QCOMPARE(*tags.rename("nowhere", "somewhere"), 0);
        QCOMPARE(tags.rename("Places", " / ").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(album.tagsOf(album.idB), (Names{"Placeholder", "Places/France"}));
    }

    void twoTagsBecomeOneByRenaming() {
        const Album album;
        album.add("See", {album.idA, album.idB});
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        QCOMPARE(*TagRepository(database).rename("See", "lake"), 2);
        QCOMPARE(album.tagsOf(album.idA), (Names{"lake", "湖"}));
        QCOMPARE(album.tagsOf(album.idB), Names{"lake"});
    }

    void aKeywordOfAFileThatWasRenamedDoesNotComeBack() {
        const Album album;
        {
            const Database database = *Database::open(album.place.library(), OpenMode::Write);
            QCOMPARE(*TagRepository(database).rename("lake", "water"), 1);
        }
        std::filesystem::last_write_time(album.a, std::filesystem::file_time_type::clock::now());
        VERIFY_OK(album.place.index());
        QCOMPARE(album.tagsOf(album.idA), (Names{"water", "湖"}));
    }

    void aTagLeavesAllPhotos() {
        const Album album;
        album.add("lake/north", {album.idB});
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        QCOMPARE(*TagRepository(database).removeEverywhere("lake"), 2);
        QCOMPARE(album.tagsOf(album.idA), Names{"湖"});
        QCOMPARE(album.tagsOf(album.idB), Names());
    }

    void tagsAreGivenCountedAndTakenAway() {
        const Album album;
        album.add(" sunset ", {album.idA, album.idB});
        album.add("Places/杭州", {album.idB});
        QCOMPARE(album.tagsOf(album.idB), (Names{"Places/杭州", "sunset"}));
        const auto tags = *TagRepository(album.place.open()).tags();
        QCOMPARE(tags.size(), std::size_t{4});
        QCOMPARE(tags[2].name, std::string("sunset"));
        QCOMPARE(tags[2].photos, 2);
        album.remove("sunset", {album.idB});
        QCOMPARE(album.tagsOf(album.idB), (Names{"Places/杭州"}));
        QCOMPARE(album.tagsOf(album.idA), (Names{"lake", "sunset", "湖"}));
        const auto all = *TagRepository(album.place.open()).photoTags();
        QCOMPARE(all.size(), std::size_t{4});
        QVERIFY(all.back() == (PhotoTag{album.idB, "Places/杭州"}));
    }

    void keywordsOfAPhotoBecomeTagsWhileIndexing() {
        const Album album;
        QCOMPARE(album.tagsOf(album.idA), (Names{"lake", "湖"}));
        QVERIFY(album.tagsOf(album.idB).empty());
    }

    void tagsStayWithAPhotoThatMoves() {
        const Album album;
        album.add("sunset", {album.idA});
        std::filesystem::create_directories(album.place.photos() / "other");
        std::filesystem::rename(album.a, album.place.photos() / "other/renamed.jpg");
        VERIFY_OK(album.place.index());
        const PhotoId moved = album.place.idOf(album.place.photos() / "other/renamed.jpg");
        QVERIFY(moved == album.idA);
        QCOMPARE(album.tagsOf(moved), (Names{"lake", "sunset", "湖"}));
    }

    void aRemovedTagOfTheFileStaysAwayWhenThePhotoIsIndexedAnew() {
        const Album album;
        album.remove("lake", {album.idA});
        {
            // As a library that lost its codes: the photo goes through the network again.
            const Database database = *Database::open(album.place.library(), OpenMode::Write);
            database.handle().exec("DELETE FROM code; DELETE FROM descriptor; UPDATE photo SET state = 0");
        }
        const auto summary = album.place.index();
        VERIFY_OK(summary);
        QCOMPARE(summary->indexed, 2);
        QCOMPARE(album.tagsOf(album.idA), (Names{"湖"}));
    }

    void aChangedFileBringsItsTagsAnewAndLeavesThoseOfTheUser() {
        const Album album;
        album.remove("lake", {album.idA});
        album.add("sunset", {album.idA});
        writeSubjects(album.a, {"lake", "boat"});
        VERIFY_OK(album.place.index());
        QCOMPARE(album.tagsOf(album.idA), (Names{"boat", "lake", "sunset"}));
    }

    void aPhotoIsNeverWrittenTo() {
        const Album album;
        const Bytes before = *readFile(album.b);
        album.add("sunset", {album.idB});
        VERIFY_OK(album.place.index());
        QVERIFY(*readFile(album.b) == before);
    }

    void aPhotoThatGoesTakesItsTagsAlong() {
        const Album album;
        const Database database = *Database::open(album.place.library(), OpenMode::Write);
        database.handle().exec("DELETE FROM photo WHERE id = " + std::to_string(album.idA.value));
        QVERIFY(TagRepository(database).tags()->empty());
    }

    void aLibraryOfTheSecondVersionKeepsItsPhotosAndCatchesUpOnTheirKeywords() {
        const Album album;
        const std::filesystem::path old = album.place.folder() / "old.likeness";
        makeSecondVersion(album.place.library(), old);
        IndexOptions options = album.place.options();
        options.libraryFile = old;
        const auto summary = album.place.index(options);
        VERIFY_OK(summary);
        QCOMPARE(summary->indexed, 0);
        QCOMPARE(summary->unchanged, 2);
        QVERIFY(std::filesystem::exists(old.native() + ".v2.backup"));
        const Database database = *Database::open(old, OpenMode::ReadOnly);
        QCOMPARE(schemaVersion(database.handle()), migrations().back().version);
        QCOMPARE(*TagRepository(database).tagsOf(album.idA), (Names{"lake", "湖"}));
        QCOMPARE(database.handle().execAndGet("SELECT count(*) FROM photo WHERE keywords_read = 1").getInt(),
                 2);
    }

private:
    /// A file as version 2 made it, with the rows of a library of today.
    static void makeSecondVersion(const std::filesystem::path& from, const std::filesystem::path& to) {
        SQLite::Database handle(to.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        VERIFY_OK(migrate(handle, to, migrations().first(2)));
        handle.exec("ATTACH '" + from.native() + "' AS today");
        handle.exec(
            "INSERT INTO setting SELECT * FROM today.setting;"
            "INSERT INTO root SELECT * FROM today.root;"
            "INSERT INTO photo SELECT id, root_id, relative_path, bytes, modified_ns, content_hash, "
            "width, height, format, taken_at, camera, state, missing FROM today.photo;"
            "INSERT INTO network SELECT * FROM today.network;"
            "INSERT INTO descriptor SELECT * FROM today.descriptor;"
            "INSERT INTO code_set SELECT * FROM today.code_set;"
            "INSERT INTO code SELECT * FROM today.code;"
            "INSERT INTO rerank_vector SELECT code_set_id, photo_id, vector FROM today.rerank_vector");
        QCOMPARE(schemaVersion(handle), 2);
    }
};

QTEST_GUILESS_MAIN(TestTags)
#include "test_tags.moc"
