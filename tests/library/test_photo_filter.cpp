// SPDX-License-Identifier: GPL-3.0-or-later
// Photos by their words, ratings and colour labels.
#include "core/library/photo_filter.h"
#include "core/library/photo_removal.h"
#include "core/library/tag_repository.h"
#include "tests/library/indexing_fixture.h"

#include "core/library/schema.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>

using namespace likeness;
using namespace likeness::test;

class TestPhotoFilter : public QObject {
    Q_OBJECT

    using Names = std::vector<std::string>;

    std::unique_ptr<Workplace> place_;

    Database writable() const { return *Database::open(place_->library(), OpenMode::Write); }
    PhotoId idOf(const char* name) const { return place_->idOf(place_->photos() / name); }
    void tag(const char* name, const char* photo) const {
        const std::vector photos{idOf(photo)};
        VERIFY_OK(TagRepository(writable()).add(name, photos));
    }
    Names chosen(const PhotoFilter& choice) const {
        const Database database = place_->open();
        const std::vector<PhotoId> ids = *photosMeant(database, choice);
        const std::vector<Photo> photos = *PhotoRepository(database).photos(ids);
        Names names;
        for (const Photo& photo : photos)
            names.push_back(photo.relativePath.string());
        std::ranges::sort(names);
        return names;
    }
    Names found(const char* text) const { return chosen({.text = text}); }

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<Workplace>();
        place_->put(0, "杭州 2019/西湖断桥.jpg");
        place_->put(1, "Lisbon/Tram_28.jpg");
        place_->put(2, "Lisbon/q.jpg");
        QVERIFY(place_->index());
    }

    void noTextFindsAll() { QCOMPARE(found("  ").size(), std::size_t(3)); }

    void termsOfThreeCharactersAreFoundAnywhere() {
        QCOMPARE(found("RAM"), Names{"Lisbon/Tram_28.jpg"});
        QCOMPARE(found("湖断桥"), Names{"杭州 2019/西湖断桥.jpg"});
        QCOMPARE(found("photos/lis"), (Names{"Lisbon/Tram_28.jpg", "Lisbon/q.jpg"}));
    }

    void termsOfOneOrTwoCharactersAreFound() {
        QCOMPARE(found("28"), Names{"Lisbon/Tram_28.jpg"});
        QCOMPARE(found("Q"), Names{"Lisbon/q.jpg"});
        QCOMPARE(found("湖"), Names{"杭州 2019/西湖断桥.jpg"});
        QCOMPARE(found("杭州"), Names{"杭州 2019/西湖断桥.jpg"});
    }

    void eachTermHasToBeThere() {
        QCOMPARE(found("lisbon q"), Names{"Lisbon/q.jpg"});
        QVERIFY(found("lisbon 西湖断").empty());
    }

    void signsOfTheQueryLanguagesMeanThemselves() {
        QCOMPARE(found("_"), Names{"Lisbon/Tram_28.jpg"});
        QVERIFY(found("%").empty());
        for (const char* text : {"\"", "\"\"\"", "tram*", "NOT tram", "path:tram", "\\", "(((", "am\"_2"})
            QVERIFY2(found(text).empty(), text);
    }

    void parentsOfTheRootAreNotSearched() {
        const std::string parent = place_->folder().filename().string();
        QVERIFY(found(parent.c_str()).empty());
    }

    void tagsAreFoundWhileAPhotoHasThem() {
        tag("Places/里斯本", "Lisbon/q.jpg");
        QCOMPARE(found("里斯本"), Names{"Lisbon/q.jpg"});
        const std::vector photos{idOf("Lisbon/q.jpg")};
        VERIFY_OK(TagRepository(writable()).remove("Places/里斯本", photos));
        QVERIFY(found("里斯本").empty());
    }

    void aRenamedPhotoIsFoundByItsNewNameAndItsTags() {
        tag("sunset", "Lisbon/q.jpg");
        std::filesystem::rename(place_->photos() / "Lisbon/q.jpg", place_->photos() / "harbour.jpg");
        QVERIFY(place_->index());
        QCOMPARE(found("harbour sunset"), Names{"harbour.jpg"});
        QCOMPARE(found("lisbon"), Names{"Lisbon/Tram_28.jpg"});
    }

    void aRemovedPhotoLeavesNoWords() {
        tag("sunset", "Lisbon/q.jpg");
        std::filesystem::remove(place_->photos() / "Lisbon/q.jpg");
        QVERIFY(place_->index());
        QCOMPARE(found("sunset"), Names{"Lisbon/q.jpg"});
        QCOMPARE(*removeMissingPhotos(writable()), std::int64_t(1));
        const Database database = place_->open();
        QCOMPARE(database.handle().execAndGet("SELECT count(*) FROM photo_word").getInt(), 2);
    }

    void anOlderLibraryGetsItsWords() {
        const auto file = place_->folder() / "old.likeness";
        SQLite::Database handle(file.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        VERIFY_OK(migrate(handle, file, migrations().first(8)));
        handle.exec("INSERT INTO root (id, folder) VALUES (1, CAST('/home/me/Bilder' AS BLOB));"
                    "INSERT INTO photo (id, root_id, relative_path, bytes, modified_ns, camera) "
                    "VALUES (5, 1, CAST('a.jpg' AS BLOB), 1, 1, 'Nikon');"
                    "INSERT INTO tag VALUES (1, 'lake');"
                    "INSERT INTO photo_tag VALUES (5, 1, 1)");
        VERIFY_OK(migrate(handle, file, migrations()));
        QCOMPARE(handle.execAndGet("SELECT words FROM photo_word WHERE photo_id = 5").getString(),
                 std::string("Bilder/a.jpg\nNikon\n\nlake"));
        QCOMPARE(handle.execAndGet("SELECT rowid FROM photo_text WHERE photo_text MATCH 'bilder'").getInt(),
                 5);
    }

    void ratingsAndLabelsAreKeptAndChosenBy() {
        const std::vector rated{idOf("Lisbon/q.jpg"), idOf("Lisbon/Tram_28.jpg")};
        VERIFY_OK(MarkRepository(writable()).setRating(3, rated));
        VERIFY_OK(MarkRepository(writable()).setRating(5, std::span(rated).first(1)));
        VERIFY_OK(MarkRepository(writable()).setLabel(ColourLabel::Green, std::span(rated).last(1)));
        const Database database = place_->open();
        QVERIFY(MarkRepository(database).all()->at(rated[1]) == (PhotoMarks{3, ColourLabel::Green}));
        QCOMPARE(chosen({.ratingAtLeast = 3}), (Names{"Lisbon/Tram_28.jpg", "Lisbon/q.jpg"}));
        QCOMPARE(chosen({.ratingAtLeast = 4}), Names{"Lisbon/q.jpg"});
        QCOMPARE(chosen({.label = ColourLabel::Green}), Names{"Lisbon/Tram_28.jpg"});
        QVERIFY(chosen({.text = "tram", .ratingAtLeast = 4}).empty());
    }

    void aRatingOfSixStarsIsRefused() {
        const std::vector photos{idOf("Lisbon/q.jpg")};
        QCOMPARE(MarkRepository(writable()).setRating(6, photos).error().code, ErrorCode::InvalidArgument);
        const Database database = place_->open();
        QVERIFY(MarkRepository(database).all()->empty());
    }

    void onlyWhatCanBeSearchedPassesASearch() {
        std::filesystem::remove(place_->photos() / "Lisbon/q.jpg");
        QVERIFY(place_->index());
        const Database database = place_->open();
        QCOMPARE(photosMeant(database, {.text = "lisbon"})->size(), std::size_t(2));
        QCOMPARE(photosPassing(database, {.text = "lisbon"})->size(), std::size_t(1));
    }

    void aFolderThatTakesOthersOverGivesItsName() {
        auto options = place_->options();
        options.folders = {place_->folder()};
        QVERIFY(place_->index(options));
        const std::string parent = place_->folder().filename().string();
        QCOMPARE(found(parent.c_str()).size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestPhotoFilter)
#include "test_photo_filter.moc"
