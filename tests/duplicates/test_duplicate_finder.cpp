// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/duplicate_repository.h"
#include "tests/duplicates/edited_library.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>

#include <memory>

using namespace likeness;
using namespace likeness::testing;

class TestDuplicateFinder : public QObject {
    Q_OBJECT

    std::unique_ptr<EditedLibrary> library_;

    static std::string name(const DuplicateReport& report, PhotoId photo) {
        return report.photos.at(photo).file.filename().native();
    }

private Q_SLOTS:
    void initTestCase() {
        library_ = std::make_unique<EditedLibrary>(40, 8);
        QCOMPARE(library_->error(), std::string());
    }

    void cleanupTestCase() { library_.reset(); }

    void nearlyAllEditedCopiesAreFoundAndNothingElse() {
        const auto report = library_->find(requestFor(DuplicateKind::Near));
        QVERIFY(report);
        const CopyRecall recall = measureCopies(*report, library_->photosFolder());
        QCOMPARE(recall.edited, std::size_t{8});
        QVERIFY2(recall.meanRecall() >= 0.99, std::to_string(recall.meanRecall()).c_str());
        for (const PhotoEdit edit : allPhotoEdits)
            QVERIFY2(recall.recall(edit) >= 0.95, photoEditName(edit).data());
        QCOMPARE(recall.precision(), 1.0);
        QCOMPARE(report->unreadable, std::size_t{0});
    }

    void exactCopiesAreToldByTheirBytes() {
        const auto report = library_->find(requestFor(DuplicateKind::Exact));
        QVERIFY(report);
        QCOMPARE(report->groups.size(), std::size_t{1});
        const DuplicateGroup& group = report->groups.front();
        QCOMPARE(group.members.size(), std::size_t{1});
        QCOMPARE(group.members.front().similarity, 1.0);
        QCOMPARE(name(*report, group.reference), std::string("0.jpg"));
        QCOMPARE(group.freeableBytes, report->photos.at(group.members.front().photo).stamp.bytes);
    }

    void theLargestVersionIsSuggestedToKeepAndTheOthersCount() {
        const auto report = library_->find(requestFor(DuplicateKind::Near));
        QVERIFY(report);
        for (const DuplicateGroup& group : report->groups) {
            const Photo& keeper = report->photos.at(group.keeper);
            std::int64_t others =
                keeper.id == group.reference ? 0 : report->photos.at(group.reference).stamp.bytes;
            for (const DuplicateMember& member : group.members) {
                const Photo& photo = report->photos.at(member.photo);
                QVERIFY(keeper.width * keeper.height >= photo.width * photo.height);
                others += photo.id == keeper.id ? 0 : photo.stamp.bytes;
            }
            QCOMPARE(group.freeableBytes, others);
        }
    }

    void photosOfAProtectedFolderAreKeptAndNotCountedAsSpace() {
        const Database writable = library_->writable();
        const DuplicateRepository repository(writable);
        QVERIFY(repository.protect(library_->photosFolder() / "copies/"));
        QCOMPARE(repository.protectedFolders()->front(), library_->photosFolder() / "copies");
        const auto report = library_->find(requestFor(DuplicateKind::Exact));
        QVERIFY(repository.unprotect(library_->photosFolder() / "copies"));
        QVERIFY(report);
        QCOMPARE(report->photos.at(report->groups.front().keeper).file,
                 library_->photosFolder() / "copies/0.jpg");
        QVERIFY(repository.protectedFolders()->empty());
    }

    void photosOfAMomentThatLookAlikeAreABurstAndOthersAreNot() {
        {
            SQLite::Database handle(library_->indexed().file().c_str(), SQLite::OPEN_READWRITE, 5000);
            handle.exec("UPDATE photo SET taken_at = 1000, camera = 'C' WHERE "
                        "CAST(relative_path AS TEXT) = '5.jpg'");
            handle.exec("UPDATE photo SET taken_at = 1006, camera = 'C' WHERE "
                        "CAST(relative_path AS TEXT) = '5-crop80.jpg'");
            handle.exec("UPDATE photo SET taken_at = 1030, camera = 'C' WHERE "
                        "CAST(relative_path AS TEXT) = '5-half.jpg'");
            handle.exec("UPDATE photo SET taken_at = 1003, camera = 'C' WHERE "
                        "CAST(relative_path AS TEXT) = '30.jpg'");
            handle.exec("UPDATE photo SET taken_at = 1001, camera = 'D' WHERE "
                        "CAST(relative_path AS TEXT) = '5-noise.jpg'");
        }
        const auto report = library_->find(requestFor(DuplicateKind::Burst));
        QVERIFY(report);
        QCOMPARE(report->groups.size(), std::size_t{1});
        QCOMPARE(report->photos.size(), std::size_t{2});
        for (const auto& [id, photo] : report->photos)
            QVERIFY(photo.file.filename() == "5.jpg" || photo.file.filename() == "5-crop80.jpg");
    }

    void progressComesInOrderAndEndsWithAll() {
        std::vector<DuplicateProgress> heard;
        DuplicateRun run;
        run.progress = [&](const DuplicateProgress& progress) { heard.push_back(progress); };
        QVERIFY(library_->find(requestFor(DuplicateKind::Near), run));
        QCOMPARE(heard.front().phase, DuplicateProgress::Phase::Reading);
        QCOMPARE(heard.back().phase, DuplicateProgress::Phase::Comparing);
        QCOMPARE(heard.back().done, heard.back().total);
        QVERIFY(std::ranges::is_sorted(heard, {}, &DuplicateProgress::phase));
    }

    void aStoppedRunSaysSo() {
        std::stop_source stop;
        DuplicateRun run{stop.get_token(), [&](const DuplicateProgress&) { stop.request_stop(); }};
        const auto report = library_->find(requestFor(DuplicateKind::Near), run);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDuplicateFinder)
#include "test_duplicate_finder.moc"
