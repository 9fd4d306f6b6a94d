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

/// What SQLite says about the file; no library yet is fine too.
std::string integrity(const fs::path& library) {
    if (!fs::exists(library) || fs::file_size(library) == 0)
        return "ok";
    SQLite::Database handle(library.c_str(), SQLite::OPEN_READWRITE);
    return handle.execAndGet("PRAGMA integrity_check").getString();
}

/// Ids that the process said were stored.
std::vector<PhotoId> announced(const std::vector<std::string>& lines) {
    std::vector<PhotoId> photos;
    for (const std::string& line : lines)
        if (line.starts_with("indexed "))
            photos.push_back(PhotoId{std::stoll(line.substr(8))});
    return photos;
}

} // namespace

/// A process that indexes is killed with SIGKILL, at moments told by what it says.
class TestKill : public QObject {
    Q_OBJECT

private:
    /// Reads until `lines` lines of that kind came, then kills. All that was said.
    static std::vector<std::string> killAfter(const Workplace& place, const std::string& kind, int lines) {
        HelperProcess process;
        if (!process.start({"index", place.library(), place.photos()}))
            return {"not started"};
        std::vector<std::string> said;
        for (int seen = 0; seen < lines;) {
            said.push_back(process.nextLine());
            if (said.back().empty())
                break;
            seen += said.back().starts_with(kind) ? 1 : 0;
        }
        process.kill();
        for (std::string& line : process.finish())
            said.push_back(std::move(line));
        return said;
    }

private Q_SLOTS:
    void aKilledRunKeepsWhatItStoredAndTheNextGoesOn_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("lines");
        QTest::newRow("at once") << "-" << 0;
        QTest::newRow("while scanning") << "scanning" << 1;
        QTest::newRow("after the scan's first commit") << "changed" << 1;
        QTest::newRow("after the first batch") << "indexed" << 1;
        QTest::newRow("after some batches") << "indexed" << 6;
    }

    void aKilledRunKeepsWhatItStoredAndTheNextGoesOn() {
        QFETCH(QString, kind);
        QFETCH(int, lines);
        const Workplace place;
        const int photos = 10;
        for (std::size_t i = 0; i < photos; ++i)
            place.put(7 * i, std::to_string(i) + ".jpg");
        const auto stored = announced(killAfter(place, kind.toStdString(), lines));
        QCOMPARE(integrity(place.library()), std::string("ok"));
        for (const PhotoId id : stored)
            QVERIFY(PhotoRepository(place.open()).photo(id)->state == PhotoState::Indexed);

        const auto next = place.index();
        VERIFY_OK(next);
        QCOMPARE(next->indexed + next->unchanged, photos);
        QVERIFY(next->unchanged >= static_cast<std::int64_t>(stored.size()));
        QCOMPARE(place.counts().indexed, photos);
        QCOMPARE(place.codes(*recipe()).size(), static_cast<std::size_t>(photos));
        QCOMPARE(integrity(place.library()), std::string("ok"));
    }

    /// Unreadable files are done in no time, so that these kills fall into the midst of many transactions.
    void killsInTheMidstOfManyTransactionsDoNoHarm() {
        const Workplace place;
        fs::create_directory(place.photos());
        const int files = 4000;
        for (int i = 0; i < files; ++i)
            std::ofstream(place.photos() / (std::to_string(i) + ".jpg")) << "no photo";
        std::int64_t known = 0;
        for (int lines = 1; lines <= 8; ++lines) {
            killAfter(place, "", lines);
            QCOMPARE(integrity(place.library()), std::string("ok"));
            if (!fs::exists(place.library()) || fs::file_size(place.library()) == 0)
                continue;
            const auto counts = place.counts();
            QVERIFY(counts.photos >= known);
            known = counts.photos;
        }
        VERIFY_OK(place.index());
        QCOMPARE(place.counts().problems, files);
        QCOMPARE(place.counts().photos, files);
        QCOMPARE(integrity(place.library()), std::string("ok"));
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "test_kill.moc"
