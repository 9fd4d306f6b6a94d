// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_care.h"
#include "core/library/photo_removal.h"
#include "core/library/photo_repository.h"
#include "core/library/writer_lock.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace fs = std::filesystem;

class TestLibraryCare : public QObject {
    Q_OBJECT

    std::unique_ptr<Workplace> place_;

    fs::path library() const { return place_->library(); }
    std::int64_t photos() const { return PhotoRepository(place_->open()).counts()->photos; }
    LibraryBackup backUp(std::int64_t time) const { return *backUpLibrary(place_->open(), time); }

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<Workplace>();
        place_->put(0, "a.jpg");
        place_->put(1, "b.jpg");
        QVERIFY(place_->index());
    }

    void aSoundLibraryHasNoFaults() {
        const auto faults = checkLibrary(place_->open());
        QVERIFY(faults && faults->empty());
    }

    void damageInsideIsFound() {
        {
            QFile file(QString::fromStdString(library().string()));
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (qint64 page = 3 * 4096; page + 4096 < file.size(); page += 4096) {
                file.seek(page);
                file.write(QByteArray(64, '\x7F'));
            }
        }
        const auto database = Database::open(library(), OpenMode::ReadOnly);
        const auto faults =
            database ? checkLibrary(*database) : Result<std::vector<std::string>>(database.error());
        QVERIFY(!faults || !faults->empty());
    }

    void theLastThreeBackupsAreKept() {
        for (const std::int64_t time : {1'000'000'000, 1'100'000'000, 1'200'000'000, 1'300'000'000})
            QVERIFY(backUpLibrary(place_->open(), time));
        const auto backups = backupsOf(library());
        QCOMPARE(backups.size(), backupsKept);
        QCOMPARE(backups.front().madeAt, std::string("2011-03-13 07:06:40"));
        QVERIFY(backups.front().bytes > 10'000);
        QCOMPARE(backups.back().madeAt, std::string("2004-11-09 11:33:20"));
    }

    void filesOfOtherNamesAreNoBackups() {
        writeText(library().parent_path() / (library().filename().string() + ".2026-13-xx-000000.backup"),
                  "x");
        writeText(library().parent_path() / (library().filename().string() + ".v6.backup"), "x");
        QVERIFY(backupsOf(library()).empty());
    }

    void aBackupBringsBackWhatWasRemoved() {
        const LibraryBackup before = backUp(1'000'000'000);
        QCOMPARE(*removeFolder(*Database::open(library(), OpenMode::Write), place_->photos()),
                 std::int64_t{2});
        QCOMPARE(photos(), std::int64_t{0});
        VERIFY_OK(restoreLibrary(library(), before.file, 1'700'000'000));
        QCOMPARE(photos(), std::int64_t{2});
        QCOMPARE(backupsOf(library()).front().madeAt, std::string("2023-11-14 22:13:20")); // as it was before
        QVERIFY(fs::exists(place_->photos() / "a.jpg"));
    }

    void aDamagedLibraryIsSetAsideAndReplaced() {
        const LibraryBackup before = backUp(1'000'000'000);
        fs::resize_file(library(), 3000);
        VERIFY_OK(restoreLibrary(library(), before.file, 1'700'000'000));
        QCOMPARE(photos(), std::int64_t{2});
        QVERIFY(fs::exists(library().string() + ".damaged"));
    }

    void whatIsNoLibraryIsNotRestored() {
        const fs::path other = library().parent_path() / "notes.txt";
        writeText(other, std::string(500, 'x'));
        QCOMPARE(restoreLibrary(library(), other, 5).error().code, ErrorCode::LibraryForeign);
        QVERIFY(!restoreLibrary(library(), "/no/such/backup", 5));
        QCOMPARE(photos(), std::int64_t{2});
    }

    void aLibraryInUseIsNeitherRestoredNorMoved() {
        const LibraryBackup backup = backUp(1'000'000'000);
        const auto lock = WriterLock::acquire(library());
        QCOMPARE(restoreLibrary(library(), backup.file, 5).error().code, ErrorCode::LibraryInUse);
        QCOMPARE(moveLibrary(library(), library().parent_path() / "moved.likeness").error().code,
                 ErrorCode::LibraryInUse);
    }

    void aLibraryMovesWithWhatBelongsToIt() {
        const fs::path target = library().parent_path() / "cases" / "moved.likeness";
        writeText(library().string() + "-recent", "queries");
        VERIFY_OK(moveLibrary(library(), target));
        QVERIFY(!fs::exists(library()));
        QVERIFY(fs::exists(target.string() + "-recent"));
        QVERIFY(!fs::exists(library().string() + ".lock"));
        QCOMPARE(PhotoRepository(*Database::open(target, OpenMode::ReadOnly)).counts()->photos,
                 std::int64_t{2});
    }

    void nothingIsMovedOverAnotherFile() {
        const fs::path target = library().parent_path() / "taken.likeness";
        writeText(target, "mine");
        QCOMPARE(moveLibrary(library(), target).error().code, ErrorCode::FileNotWritable);
        QCOMPARE(fs::file_size(target), std::uintmax_t{4});
        QCOMPARE(photos(), std::int64_t{2});
    }

    void missingPhotosLeaveTheLibraryWithTheirCodes() {
        fs::remove(place_->photos() / "b.jpg");
        QVERIFY(place_->index());
        QCOMPARE(photos(), std::int64_t{2});
        QCOMPARE(*removeMissingPhotos(*Database::open(library(), OpenMode::Write)), std::int64_t{1});
        QCOMPARE(photos(), std::int64_t{1});
        const auto faults = checkLibrary(place_->open());
        QVERIFY(faults && faults->empty());
    }

    void aFolderThatWasNotAddedIsNamed() {
        const auto removed = removeFolder(*Database::open(library(), OpenMode::Write), "/no/such/folder");
        QCOMPARE(removed.error().code, ErrorCode::FolderNotFound);
    }
};

QTEST_GUILESS_MAIN(TestLibraryCare)
#include "test_library_care.moc"
