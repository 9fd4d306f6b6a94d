// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/library/case_repository.h"
#include "core/library/photo_removal.h"
#include "core/library/verdict_repository.h"
#include "tests/library/helper_process.h"
#include "tests/library/indexing_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QtTest>
#include <algorithm>
#include <map>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

/// What a file or folder is, so that any change shows.
struct Trace {
    fs::file_time_type modified;
    fs::perms permissions{};
    std::string sha256; // of files
    bool operator==(const Trace&) const = default;
};

std::map<fs::path, Trace> tracesBelow(const fs::path& folder) {
    std::map<fs::path, Trace> traces;
    const auto look = [&traces](const fs::path& path) {
        traces[path] = {fs::last_write_time(path), fs::status(path).permissions(),
                        fs::is_directory(path) ? "" : *sha256HexOfFile(path)};
    };
    look(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        look(entry.path());
    return traces;
}

void setPermissions(const fs::path& folder, fs::perms folders, fs::perms files) {
    std::vector<fs::path> all{folder};
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        all.push_back(entry.path());
    for (const fs::path& path : all)
        fs::permissions(path, fs::is_directory(path) ? folders : files);
}

std::vector<CaseActionKind> kindsIn(const Workplace& place) {
    const Database database = place.open();
    const auto actions = CaseRepository(database).actions();
    std::vector<CaseActionKind> kinds;
    for (const CaseAction& action : *actions)
        kinds.push_back(action.kind);
    return kinds;
}

} // namespace

class TestCase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void factsAreKept() {
        const Workplace place;
        const auto database = Database::open(place.library(), OpenMode::Create);
        const CaseRepository repository(*database);
        QCOMPARE(*repository.facts(), CaseFacts());
        const CaseFacts facts{"案件 7", "J. Doe", "Two lines\nof notes"};
        VERIFY_OK(repository.setFacts(facts));
        QCOMPARE(*CaseRepository(place.open()).facts(), facts);
    }

    void foldersRunsAndVerdictsAreLoggedByThemselves() {
        const Workplace place;
        place.put(0, "a.jpg");
        place.put(1, "b.jpg");
        VERIFY_OK(place.index());
        VERIFY_OK(place.index()); // changes nothing
        using enum CaseActionKind;
        QCOMPARE(kindsIn(place), (std::vector{LogBegun, FolderAdded, PhotosIndexed}));
        const auto database = Database::open(place.library(), OpenMode::Write);
        const CaseAction run = CaseRepository(*database).actions()->back();
        QCOMPARE(run.details, (std::vector<CaseDetail>{{"photos", "2"}}));
        QVERIFY(std::abs(run.doneAt - QDateTime::currentSecsSinceEpoch()) < 600);

        const Verdict verdict{contentPair({}, ContentHash{std::byte{1}}), Judgement::NoMatch, "other sole",
                              7};
        QVERIFY(VerdictRepository(*database).set(std::span(&verdict, 1)));
        QVERIFY(VerdictRepository(*database).remove(std::span(&verdict.contents, 1)));
        QVERIFY(removeFolder(*database, place.photos()));
        const auto actions = *CaseRepository(*database).actions();
        QCOMPARE(kindsIn(place), (std::vector{LogBegun, FolderAdded, PhotosIndexed, VerdictGiven,
                                              VerdictTakenBack, FolderRemoved}));
        QCOMPARE(actions[3].details[2], (CaseDetail{"judgement", "no match"}));
        QCOMPARE(actions[3].details[3], (CaseDetail{"note", "other sole"}));
        QCOMPARE(actions[5].details, (std::vector<CaseDetail>{{"folder", place.photos().native()}}));
    }

    void theLogCantBeChanged() {
        const Workplace place;
        const auto database = Database::open(place.library(), OpenMode::Create);
        for (const char* sql : {"DELETE FROM case_action", "UPDATE case_action SET kind = 'x'"})
            QVERIFY_THROWS_EXCEPTION(SQLite::Exception, database->handle().exec(sql));
        QCOMPARE(kindsIn(place).size(), std::size_t{1});
    }

    void evidenceIsNeverWrittenTo_data() {
        QTest::addColumn<int>("folders");
        QTest::addColumn<int>("files");
        QTest::newRow("read-only") << 0555 << 0444;
        QTest::newRow("open to all") << 0777 << 0666;
    }

    /// Indexed and queried without root's rights, from a library beside it.
    void evidenceIsNeverWrittenTo() {
        QFETCH(int, folders);
        QFETCH(int, files);
        const Workplace place;
        const fs::path photo = place.put(0, "a.jpg");
        place.put(1, "disc/b.jpg");
        std::ofstream(place.photos() / "broken.jpg") << "no photo";
        fs::permissions(place.folder(), fs::perms(0777));
        setPermissions(place.photos(), fs::perms(folders), fs::perms(files));
        const auto before = tracesBelow(place.photos());
        const auto lines =
            HelperProcess().run({"index", place.library(), place.photos()}, User::Unprivileged);
        const auto found = HelperProcess().run({"query", place.library(), photo}, User::Unprivileged);
        const auto after = tracesBelow(place.photos());
        setPermissions(place.photos(), fs::perms(0777), fs::perms(0666));
        QCOMPARE(lines.back(), std::string("finished 2 indexed 1 problems 0 missing"));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front(), (place.photos() / "disc/b.jpg").native());
        QVERIFY(before == after);
    }
};

QTEST_GUILESS_MAIN(TestCase)
#include "test_case.moc"
