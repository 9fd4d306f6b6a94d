// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/indexer.h"

#include "core/base/file_io.h"
#include "core/image/decoder.h"
#include "core/library/thumbnail_cache.h"
#include "tests/library/indexing_fixture.h"
#include "tests/quick_engine.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

void touch(const fs::path& file) {
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(10));
}

} // namespace

class TestIndexer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void photosAreStoredWithWhatIsKnownOfThem() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        const auto summary = place.index();
        VERIFY_OK(summary);
        QCOMPARE(summary->found, 1);
        QCOMPARE(summary->indexed, 1);
        QVERIFY(!summary->cancelled);
        QVERIFY(summary->engineNotice.empty());

        const auto photo = place.photoOf(file);
        QVERIFY(photo.has_value());
        QVERIFY(photo->file == file);
        QVERIFY(photo->relativePath == "a.jpg");
        QVERIFY(photo->state == PhotoState::Indexed);
        QVERIFY(!photo->missing);
        QCOMPARE(photo->format, std::string("JPEG"));
        QCOMPARE(photo->stamp.bytes, static_cast<std::int64_t>(fs::file_size(file)));
        const auto decoded = Decoder().decodeForNetwork(file, 384);
        QCOMPARE(photo->width, decoded->fullWidth);
        QCOMPARE(photo->height, decoded->fullHeight);

        const auto thumbnails = ThumbnailCache::open(place.library());
        const auto thumbnail = thumbnails->find(photo->id, photo->stamp);
        QVERIFY(thumbnail->has_value());
    }

    void storedCodesAreThoseOfTheRecipe() {
        const Workplace place;
        const fs::path file = place.put(3, "a.jpg");
        VERIFY_OK(place.index());
        auto opened = openBackbone(recipe()->pack(), quickEngine);
        const auto decoded = Decoder().decodeForNetwork(file, recipe()->pack().input.width);
        const PhotoCodes expected = recipe()->encodePhoto(*opened->backbone->run(decoded->image));

        const auto codes = place.codes(*recipe());
        QCOMPARE(codes.size(), 1U);
        QVERIFY(codes.front().code == expected.global);
        const Database database = place.open();
        const CodeRepository repository(database, recipe()->fingerprint());
        const PhotoId id = place.idOf(file);
        QVERIFY(repository.rerankVectors(std::span(&id, 1))->front().second.levels == expected.rerank.levels);
        QVERIFY(repository.descriptor(id)->levels == expected.descriptor.levels);
    }

    void aSecondRunOverUnchangedFilesDecodesNothing() {
        const Workplace place;
        for (std::size_t i = 0; i < 4; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        writeText(place.photos() / "broken.jpg", "no photo");
        VERIFY_OK(place.index());
        const auto second = place.index();
        VERIFY_OK(second);
        QCOMPARE(second->found, 5);
        QCOMPARE(second->unchanged, 5);
        QCOMPARE(second->indexed + second->reencoded + second->problems, 0);
        QCOMPARE(place.counts().problems, 1);
    }

    void filesThatCantBeReadAreListedWithTheReason() {
        const Workplace place;
        place.put(0, "good.jpg");
        writeText(place.photos() / "empty.jpg", "");
        writeText(place.photos() / "text.png", "this is text");
        writeText(place.photos() / "notes.txt", "no photo, and none by its name");
        const fs::path truncated = place.put(1, "truncated.jpg");
        fs::resize_file(truncated, 300);
        const auto summary = place.index();
        VERIFY_OK(summary);
        QCOMPARE(summary->indexed, 1);
        QCOMPARE(summary->problems, 3);
        QCOMPARE(summary->otherFiles, 1);

        const auto problems = place.problems();
        QCOMPARE(problems.size(), 3U);
        QVERIFY(problems[0].file.filename() == "empty.jpg");
        QCOMPARE(problems[0].error.code, ErrorCode::FileEmpty);
        QVERIFY(problems[1].file.filename() == "text.png");
        QCOMPARE(problems[1].error.code, ErrorCode::UnsupportedFormat);
        QVERIFY(problems[2].file.filename() == "truncated.jpg");
        QCOMPARE(problems[2].error.arguments.front(), truncated.native());
        QVERIFY(!problems[2].error.text.empty());
    }

    void aProblemThatWasMendedIsNoProblemAnyMore() {
        const Workplace place;
        writeText(place.photos() / "a.jpg", "not yet a photo");
        VERIFY_OK(place.index());
        QCOMPARE(place.problems().size(), 1U);
        const PhotoId id = place.idOf(place.photos() / "a.jpg");
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        QVERIFY(place.problems().empty());
        QVERIFY(place.photoOf(place.photos() / "a.jpg")->state == PhotoState::Indexed);
        QCOMPARE(place.idOf(place.photos() / "a.jpg").value, id.value);
    }

    void aFileOverALimitIsTriedAgainWhenTheLimitIsRaised() {
        const Workplace place;
        place.put(0, "a.jpg");
        IndexOptions options = place.options();
        options.limits.maxBytes = 1000;
        VERIFY_OK(place.index(options));
        QCOMPARE(place.problems().front().error.code, ErrorCode::FileTooLarge);
        QCOMPARE(place.index(options)->problems, 0);
        const auto raised = place.index();
        QCOMPARE(raised->indexed, 1);
        QCOMPARE(place.counts().problems, 0);
    }

    void aRenamedFileKeepsItsIdAndIsNotDecoded() {
        const Workplace place;
        const fs::path before = place.put(0, "a.jpg");
        place.put(1, "b.jpg");
        VERIFY_OK(place.index());
        const PhotoId id = place.idOf(before);
        const fs::path after = place.photos() / "below" / "renamed.jpg";
        fs::create_directory(after.parent_path());
        fs::rename(before, after);
        const auto summary = place.index();
        VERIFY_OK(summary);
        QCOMPARE(summary->moved, 1);
        QCOMPARE(summary->indexed, 0);
        QCOMPARE(summary->missing, 0);
        QCOMPARE(place.idOf(after).value, id.value);
        QVERIFY(!place.photoOf(before).has_value());
        QCOMPARE(place.counts().photos, 2);
    }

    void aRenamedFolderKeepsAllIdsAlsoWhereOnlyTheNewNameIsIndexed() {
        const Workplace place;
        std::vector<PhotoId> ids;
        for (std::size_t i = 0; i < 3; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        VERIFY_OK(place.index());
        for (int i = 0; i < 3; ++i)
            ids.push_back(place.idOf(place.photos() / (std::to_string(i) + ".jpg")));
        const fs::path renamed = place.folder() / "renamed";
        fs::rename(place.photos(), renamed);
        IndexOptions options = place.options();
        options.folders = {renamed};
        const auto summary = place.index(options);
        VERIFY_OK(summary);
        QCOMPARE(summary->moved, 3);
        QCOMPARE(summary->indexed, 0);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(place.idOf(renamed / (std::to_string(i) + ".jpg")).value, ids[i].value);
        QCOMPARE(place.roots().size(), 1U);
        QVERIFY(place.roots().front().folder == renamed);
    }

    void aCopyIsAPhotoOfItsOwn() {
        const Workplace place;
        const fs::path original = place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        const PhotoId id = place.idOf(original);
        place.put(0, "copy.jpg");
        const auto summary = place.index();
        QCOMPARE(summary->moved, 0);
        QCOMPARE(summary->indexed, 1);
        QCOMPARE(place.idOf(original).value, id.value);
        QVERIFY(place.idOf(place.photos() / "copy.jpg") != id);
    }

    void twoNewPlacesOfOneLostFileAreOneMoveAndOneCopy() {
        const Workplace place;
        const fs::path original = place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        fs::remove(original);
        place.put(0, "b.jpg");
        place.put(0, "c.jpg");
        const auto summary = place.index();
        QCOMPARE(summary->moved, 1);
        QCOMPARE(summary->indexed, 1);
        QCOMPARE(place.counts().photos, 2);
    }

    void aDeletedFileIsMissingAndComesBackWithItsId() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        place.put(1, "b.jpg");
        LiveIndexes live(*recipe());
        VERIFY_OK(place.index(place.options(), recipe(), &live));
        QCOMPARE(live.global.size(), 2U);
        const PhotoId id = place.idOf(file);
        const fs::path away = place.folder() / "away.jpg";
        fs::rename(file, away);

        const auto without = place.index(place.options(), recipe(), &live);
        QCOMPARE(without->missing, 1);
        QCOMPARE(place.counts().missing, 1);
        QCOMPARE(live.global.size(), 1U);
        QCOMPARE(place.codes(*recipe()).size(), 1U);
        QCOMPARE(place.index(place.options(), recipe(), &live)->missing, 1);

        fs::rename(away, file);
        const auto again = place.index(place.options(), recipe(), &live);
        QCOMPARE(again->indexed, 0);
        QCOMPARE(again->missing, 0);
        QCOMPARE(place.idOf(file).value, id.value);
        QCOMPARE(live.global.size(), 2U);
        QCOMPARE(place.codes(*recipe()).size(), 2U);
    }

    void aChangedFileIsIndexedAnewUnderItsId() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        const auto before = place.codes(*recipe());
        place.put(20, "a.jpg");
        touch(file);
        const auto summary = place.index();
        QCOMPARE(summary->indexed, 1);
        const auto after = place.codes(*recipe());
        QCOMPARE(after.size(), 1U);
        QCOMPARE(after.front().photo.value, before.front().photo.value);
        QVERIFY(after.front().code != before.front().code);
    }

    void aFileWithANewTimeAndItsOldContentIsNotDecoded() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        touch(file);
        const auto summary = place.index();
        QCOMPARE(summary->indexed, 0);
        QCOMPARE(summary->reencoded, 1);
        QCOMPARE(place.index()->unchanged, 1);
    }

    void aChangeThatWasInterruptedIsTakenUpAgain() {
        const Workplace place;
        const fs::path file = place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        const auto before = place.codes(*recipe());
        place.put(20, "a.jpg");
        touch(file);
        RecordingObserver observer;
        {
            Indexer indexer(place.options(), recipe(), nullptr, observer);
            indexer.pause();
            indexer.start();
            QVERIFY(observer.waitFor([](const auto& heard) { return !heard.progress_.empty(); }));
            indexer.cancel();
        }
        QVERIFY((*observer.finished_)->cancelled);
        VERIFY_OK(place.index());
        QVERIFY(place.codes(*recipe()).front().code != before.front().code);
    }

    void aNewCodebookNeedsNoDecoding() {
        const Workplace place;
        std::vector<fs::path> files;
        for (std::size_t i = 0; i < 3; ++i)
            files.push_back(place.put(i, std::to_string(i) + ".jpg"));
        VERIFY_OK(place.index());
        const auto other = otherRecipe();
        LiveIndexes live(*other);
        const auto summary = place.index(place.options(), other, &live);
        VERIFY_OK(summary);
        QCOMPARE(summary->reencoded, 3);
        QCOMPARE(summary->indexed, 0);
        QCOMPARE(live.global.size(), 3U);
        QCOMPARE(place.codes(*other).size(), 3U);
        QCOMPARE(place.codes(*other).front().code.bits(), 64);
        QCOMPARE(place.codes(*recipe()).size(), 3U); // kept, and never mixed
        QCOMPARE(place.index(place.options(), other)->unchanged, 3);
    }

    void photosOfAnOlderFingerprintCountAsPending() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        IndexOptions elsewhere = place.options();
        elsewhere.folders = {place.folder() / "another"};
        fs::create_directory(elsewhere.folders.front());
        VERIFY_OK(place.index(elsewhere, otherRecipe()));
        QCOMPARE(place.counts().pending, 1);
        QCOMPARE(place.counts().indexed, 0);
    }

    void theLiveIndexHoldsWhatTheLibraryHolds() {
        const Workplace place;
        for (std::size_t i = 0; i < 5; ++i)
            place.put(7 * i, std::to_string(i) + ".jpg");
        LiveIndexes live(*recipe());
        VERIFY_OK(place.index(place.options(), recipe(), &live));
        const auto codes = place.codes(*recipe());
        QCOMPARE(live.global.size(), codes.size());
        for (const IndexedCode& stored : codes) {
            const auto nearest = live.global.nearest(stored.code, 1);
            QCOMPARE(nearest.front().distance, 0);
            QCOMPARE(nearest.front().photo.value, stored.photo.value);
        }
    }

    void namesAreBytes() {
        const Workplace place;
        const std::vector<fs::path> names{fs::path("照片 猫.jpg"), fs::path("new\nline.jpg"),
                                          fs::path("latin1-\xe9\xff.jpg"), fs::path("50%?#&.jpg")};
        for (std::size_t i = 0; i < names.size(); ++i)
            place.put(i, names[i]);
        QCOMPARE(place.index()->indexed, 4);
        for (const fs::path& name : names) {
            const auto photo = place.photoOf(place.photos() / name);
            QVERIFY(photo.has_value());
            QVERIFY(photo->relativePath == name);
        }
        QCOMPARE(place.index()->unchanged, 4);
    }
};

QTEST_GUILESS_MAIN(TestIndexer)
#include "test_indexer.moc"
