// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/library/helper_process.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <fstream>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

std::string integrity(const fs::path& library) {
    SQLite::Database handle(library.c_str(), SQLite::OPEN_READWRITE);
    return handle.execAndGet("PRAGMA integrity_check").getString();
}

} // namespace

class TestDiskFull : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A limit on the size of files meets SQLite in the same places as a disk without room.
    void theRunEndsWithTheErrorAndKeepsWhatItStored() {
        const Workplace place;
        fs::create_directory(place.photos());
        const int files = 6000;
        for (int i = 0; i < files; ++i)
            std::ofstream(place.photos() / (std::to_string(i) + ".jpg")) << "no photo";
        HelperProcess limited;
        limited.setVariable("LIKENESS_TEST_FILE_LIMIT", "400000");
        const auto lines = limited.run({"index", place.library(), place.photos()});
        QCOMPARE(lines.back(), "error DiskFull " + place.library().native());
        QCOMPARE(integrity(place.library()), std::string("ok"));
        const std::int64_t kept = place.counts().photos;
        QVERIFY(kept > 0);
        QVERIFY(kept < files);

        VERIFY_OK(place.index());
        QCOMPARE(place.counts().problems, files);
    }

    void aLibraryThatFindsNoRoomAtAllIsNotMade() {
        const Workplace place;
        HelperProcess limited;
        limited.setVariable("LIKENESS_TEST_FILE_LIMIT", "20000");
        const auto lines = limited.run({"open", "create", place.library()});
        QCOMPARE(lines.back(), "error DiskFull " + place.library().native());
        QVERIFY(Database::open(place.library(), OpenMode::Create));
    }
};

QTEST_GUILESS_MAIN(TestDiskFull)
#include "test_disk_full.moc"
