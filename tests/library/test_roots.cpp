// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/scan_plan.h"

#include "tests/library/indexing_fixture.h"

#include <QtTest>
#include <fstream>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

/// Files that can't be read are cheap to index, and have ids like all others.
fs::path put(const fs::path& file) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "no photo: " << file;
    return file;
}

IndexOptions optionsFor(const Workplace& place, std::vector<fs::path> folders) {
    IndexOptions options = place.options();
    options.folders = std::move(folders);
    return options;
}

} // namespace

class TestRoots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneFolderUnderManyNamesIsOneRoot() {
        const Workplace place;
        put(place.photos() / "a.jpg");
        fs::create_directory_symlink(place.photos(), place.folder() / "link");
        for (const char* name : {"photos", "photos/", "photos/.", "other/../photos", "link"}) {
            VERIFY_OK(place.index(optionsFor(place, {place.folder() / name})));
            QCOMPARE(place.roots().size(), 1U);
            QCOMPARE(place.counts().photos, 1);
        }
        QVERIFY(place.roots().front().folder == place.photos());
        QVERIFY(place.photoOf(place.folder() / "link" / "a.jpg").has_value());
        QVERIFY(place.photoOf(place.folder() / "link/../photos/./a.jpg").has_value());
    }

    void aFolderInsideARootIsScannedAsAPartOfIt() {
        const Workplace place;
        put(place.photos() / "a.jpg");
        put(place.photos() / "sub/b.jpg");
        put(place.photos() / "sub0/d.jpg");
        VERIFY_OK(place.index());
        put(place.photos() / "new.jpg");
        put(place.photos() / "sub/c.jpg");
        fs::remove(place.photos() / "sub/b.jpg");
        fs::remove(place.photos() / "sub0/d.jpg");
        const auto summary = place.index(optionsFor(place, {place.photos() / "sub"}));
        VERIFY_OK(summary);
        QCOMPARE(summary->found, 1);
        QCOMPARE(summary->missing, 1);
        QCOMPARE(place.roots().size(), 1U);
        QVERIFY(place.photoOf(place.photos() / "sub/c.jpg").has_value());
        QVERIFY(!place.photoOf(place.photos() / "new.jpg").has_value());
        QVERIFY(!place.photoOf(place.photos() / "sub0/d.jpg")->missing);
    }

    void aParentTakesOverThePhotosOfItsRoots() {
        const Workplace place;
        const fs::path first = put(place.photos() / "x/one/a.jpg");
        const fs::path second = put(place.photos() / "two/\xff.jpg");
        VERIFY_OK(place.index(optionsFor(place, {place.photos() / "x/one", place.photos() / "two"})));
        QCOMPARE(place.roots().size(), 2U);
        const PhotoId firstId = place.idOf(first);
        const PhotoId secondId = place.idOf(second);
        const auto summary = place.index();
        VERIFY_OK(summary);
        QCOMPARE(summary->unchanged, 2);
        QCOMPARE(place.roots().size(), 1U);
        QCOMPARE(place.idOf(first).value, firstId.value);
        QCOMPARE(place.idOf(second).value, secondId.value);
        QVERIFY(place.photoOf(second)->relativePath == "two/\xff.jpg");
    }

    void foldersThatOverlapInOneRunAreScannedOnce() {
        const Workplace place;
        put(place.photos() / "sub/a.jpg");
        const auto summary = place.index(
            optionsFor(place, {place.photos() / "sub", place.photos(), place.photos() / "sub" / ".."}));
        QCOMPARE(summary->found, 1);
        QCOMPARE(place.roots().size(), 1U);
    }

    void aLinkIntoAnotherRootGivesNoSecondPhoto() {
        const Workplace place;
        put(place.folder() / "one/a.jpg");
        put(place.folder() / "two/b.jpg");
        fs::create_directory_symlink(place.folder() / "two", place.folder() / "one/link");
        VERIFY_OK(place.index(optionsFor(place, {place.folder() / "two", place.folder() / "one"})));
        QCOMPARE(place.counts().photos, 2);
    }

    void aRootThatIsGoneIsReportedAndItsPhotosAreNotMissing() {
        const Workplace place;
        put(place.photos() / "a.jpg");
        VERIFY_OK(place.index());
        fs::rename(place.photos(), place.folder() / "unplugged");
        for (const auto& folders : {std::vector<fs::path>{}, std::vector<fs::path>{place.photos()}}) {
            const auto summary = place.index(optionsFor(place, folders));
            VERIFY_OK(summary);
            QCOMPARE(summary->folderErrors.size(), 1U);
            QCOMPARE(summary->folderErrors.front().code, ErrorCode::FolderNotFound);
            QCOMPARE(summary->missing, 0);
            QCOMPARE(place.counts().missing, 0);
            QCOMPARE(place.roots().size(), 1U);
        }
    }

    void aFolderThatIsNotThereIsNotAdded() {
        const Workplace place;
        put(place.photos() / "a.jpg");
        const auto summary = place.index(optionsFor(
            place, {place.folder() / "nowhere", put(place.folder() / "file.jpg"), place.photos()}));
        VERIFY_OK(summary);
        QCOMPARE(summary->found, 1);
        QCOMPARE(summary->folderErrors.size(), 2U);
        QCOMPARE(place.roots().size(), 1U);
    }

    void withoutFoldersAllThatTheLibraryKnowsIsScanned() {
        const Workplace place;
        put(place.folder() / "one/a.jpg");
        put(place.folder() / "two/b.jpg");
        VERIFY_OK(place.index(optionsFor(place, {place.folder() / "one", place.folder() / "two"})));
        QCOMPARE(place.index(optionsFor(place, {}))->found, 2);
    }

    void hiddenPhotosOfAnEarlierRunAreNotMissing() {
        const Workplace place;
        put(place.photos() / ".hidden.jpg");
        IndexOptions all = place.options();
        all.hidden = IndexOptions::HiddenFiles::Include;
        QCOMPARE(place.index(all)->found, 1);
        QCOMPARE(place.index()->found, 0);
        QCOMPARE(place.counts().missing, 0);
    }

    void relativeFoldersAreMadeAbsolute() {
        QVERIFY(normalFolder("some/where/") == fs::current_path() / "some/where");
        QVERIFY(normalFolder("/") == "/");
        QVERIFY(normalFolder("/no/such//./place/../folder/") == "/no/such/folder");
    }
};

QTEST_GUILESS_MAIN(TestRoots)
#include "test_roots.moc"
