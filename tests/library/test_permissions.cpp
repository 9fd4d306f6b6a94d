// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "tests/library/helper_process.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>
#include <algorithm>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

bool contains(const Lines& lines, const std::string& wanted) {
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return line.find(wanted) != std::string::npos; });
}

/// Lets everybody in, or nobody, into the whole tree.
void openToAll(const fs::path& folder) {
    fs::permissions(folder, fs::perms(0777));
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0777) : fs::perms(0666));
}

} // namespace

/// All of this runs in a process without root's rights, also where the tests themselves have them.
class TestPermissions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhotoWithoutReadPermissionIsAProblemUntilItIsAllowed() {
        const Workplace place;
        place.put(0, "a.jpg");
        const fs::path locked = place.put(1, "locked.jpg");
        openToAll(place.folder());
        fs::permissions(locked, fs::perms::none);
        const Lines first =
            HelperProcess().run({"index", place.library(), place.photos()}, User::Unprivileged);
        QCOMPARE(first.back(), std::string("finished 1 indexed 1 problems 0 missing"));
        QCOMPARE(place.problems().front().error.code, ErrorCode::FileNotReadable);
        QCOMPARE(HelperProcess().run({"index", place.library(), place.photos()}, User::Unprivileged).back(),
                 std::string("finished 0 indexed 0 problems 0 missing"));

        fs::permissions(locked, fs::perms(0644));
        QCOMPARE(HelperProcess().run({"index", place.library(), place.photos()}, User::Unprivileged).back(),
                 std::string("finished 1 indexed 0 problems 0 missing"));
        QVERIFY(place.problems().empty());
    }

    void aFolderWithoutReadPermissionIsReportedAndItsPhotosAreNotMissing() {
        const Workplace place;
        place.put(0, "a.jpg");
        place.put(1, "locked/b.jpg");
        VERIFY_OK(place.index());
        openToAll(place.folder());
        fs::permissions(place.photos() / "locked", fs::perms::none);
        const Lines lines =
            HelperProcess().run({"index", place.library(), place.photos()}, User::Unprivileged);
        QVERIFY(contains(lines, "error FolderNotReadable " + (place.photos() / "locked").native()));
        QCOMPARE(lines.back(), std::string("finished 0 indexed 0 problems 0 missing"));
        QCOMPARE(place.counts().missing, 0);
    }

    void aFolderThatMayBeListedButNotEnteredIsReportedOnce() {
        const Workplace place;
        place.put(0, "listed/a.jpg");
        place.put(1, "listed/b.jpg");
        openToAll(place.folder());
        fs::permissions(place.photos() / "listed", fs::perms(0444));
        const Lines lines = HelperProcess().run({"scan", place.photos()}, User::Unprivileged);
        fs::permissions(place.photos() / "listed", fs::perms(0755));
        QCOMPARE(lines.size(), 1U);
        QVERIFY(contains(lines, "error FolderNotReadable"));
    }

    void aLibraryInAFolderThatCantBeWrittenIsReadButNotIndexed() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        openToAll(place.folder());
        fs::permissions(place.folder(), fs::perms(0555));
        const Bytes before = *readFile(place.library());
        const std::string library = place.library();
        QCOMPARE(HelperProcess().run({"open", "read", library}, User::Unprivileged), Lines{"photos 1"});
        QVERIFY(contains(HelperProcess().run({"open", "write", library}, User::Unprivileged),
                         "error LibraryReadOnly"));
        fs::remove(library + ".lock");
        QVERIFY(contains(HelperProcess().run({"index", library, place.photos()}, User::Unprivileged),
                         "error LibraryReadOnly"));
        QVERIFY(*readFile(place.library()) == before);
        fs::permissions(place.folder(), fs::perms(0755));
    }

    void aLibraryFileThatCantBeWrittenIsReadButNotWritten() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        openToAll(place.folder());
        fs::permissions(place.library(), fs::perms(0444));
        const std::string library = place.library();
        QCOMPARE(HelperProcess().run({"open", "read", library}, User::Unprivileged), Lines{"photos 1"});
        for (const char* mode : {"write", "create"})
            QVERIFY(contains(HelperProcess().run({"open", mode, library}, User::Unprivileged),
                             "error LibraryReadOnly"));
    }

    void aLibraryFileThatCantBeReadIsAnError() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        openToAll(place.folder());
        fs::permissions(place.library(), fs::perms::none);
        QVERIFY(contains(HelperProcess().run({"open", "read", place.library()}, User::Unprivileged),
                         "error LibraryFailed"));
    }

    void aNewLibraryNeedsAFolderThatCanBeWritten() {
        const Workplace place;
        fs::permissions(place.folder(), fs::perms(0555));
        QVERIFY(contains(HelperProcess().run({"open", "create", place.library()}, User::Unprivileged),
                         "error LibraryReadOnly"));
        fs::permissions(place.folder(), fs::perms(0755));
    }

    void whereTheCacheCantBeWrittenThumbnailsLiveInMemory() {
        const Workplace place;
        fs::permissions(place.folder(), fs::perms(0555));
        QCOMPARE(HelperProcess().run({"thumbnail", place.library()}, User::Unprivileged), Lines{"found"});
        fs::permissions(place.folder(), fs::perms(0755));
        QVERIFY(!fs::exists(place.library().native() + "-thumbnails"));
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "test_permissions.moc"
