// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/folder_scan.h"

#include "core/library/content_hash.h"

#include <QtTest>
#include <fstream>
#include <memory>
#include <sys/stat.h>

using namespace likeness;

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

} // namespace

class TestFolderScan : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> place_;

    fs::path folder() const { return place_->path().toStdString(); }

    fs::path put(const fs::path& name, std::string_view text = "x") const {
        fs::path file = folder() / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    static Names scan(const fs::path& folder, const FolderScanOptions& options = {}) {
        Names names;
        scanFolder(folder, options, [&](const FoundFile& file) { names.push_back(file.relativePath); });
        return names;
    }

private Q_SLOTS:
    void init() { place_ = std::make_unique<QTemporaryDir>(); }

    void photosAreFoundInOrderAndOtherFilesCounted() {
        put("b.jpg");
        put("a.JPEG");
        put("sub/z.png");
        put("another/deep/x.heic");
        put("notes.txt");
        put("sub/film.mp4");
        Names names;
        const auto tally =
            scanFolder(folder(), {}, [&](const FoundFile& file) { names.push_back(file.relativePath); });
        QCOMPARE(names, (Names{"a.JPEG", "b.jpg", "another/deep/x.heic", "sub/z.png"}));
        QCOMPARE(tally.otherFiles, 2);
        QVERIFY(tally.folderErrors.empty());
    }

    void theStampIsThatOfTheFile() {
        const fs::path file = put("a.jpg", "12345");
        scanFolder(folder(), {}, [&](const FoundFile& found) {
            QCOMPARE(found.stamp.bytes, 5);
            QVERIFY(found.stamp == *stampOf(file));
        });
    }

    void hiddenAndSystemFoldersAreLeftOutUnlessAskedFor() {
        put("a.jpg");
        const Names hidden{
            ".hidden.jpg",        ".cache/a.jpg",     ".Trash-1000/a.jpg", "@eaDir/a.jpg",
            "$RECYCLE.BIN/a.jpg", "lost+found/a.jpg", ".thumbnails/a.jpg", "System Volume Information/a.jpg"};
        for (const std::string& name : hidden)
            put(name);
        QCOMPARE(scan(folder()), Names{"a.jpg"});
        FolderScanOptions all;
        all.hidden = FolderScanOptions::HiddenFiles::Include;
        QCOMPARE(scan(folder(), all).size(), hidden.size() + 1);
    }

    void aFolderThatIsNotThereIsAnError() {
        const auto tally = scanFolder(folder() / "nowhere", {}, [](const FoundFile&) { QFAIL("found"); });
        QCOMPARE(tally.folderErrors.size(), 1U);
        QCOMPARE(tally.folderErrors.front().code, ErrorCode::FolderNotFound);
    }

    void aFileIsNoFolder() {
        const auto tally = scanFolder(put("a.jpg"), {}, [](const FoundFile&) { QFAIL("found"); });
        QCOMPARE(tally.folderErrors.front().code, ErrorCode::FolderNotReadable);
    }

    void linksInCirclesEnd() {
        put("sub/a.jpg");
        fs::create_directory_symlink(folder(), folder() / "sub" / "up");
        fs::create_directory_symlink("self", folder() / "self");
        fs::create_symlink("nowhere.jpg", folder() / "dangling.jpg");
        QCOMPARE(scan(folder()), Names{"sub/a.jpg"});
    }

    void whatALinkLeadsToIsFoundOnce() {
        put("root/real/a.jpg");
        put("outside/b.jpg");
        put("outside/deep/c.jpg");
        const fs::path root = folder() / "root";
        fs::create_directory_symlink(folder() / "outside", root / "link1");
        fs::create_directory_symlink(folder() / "outside", root / "link2");
        fs::create_directory_symlink(folder() / "outside/deep", root / "link3");
        fs::create_symlink(root / "real/a.jpg", root / "inside.jpg");
        fs::create_symlink(folder() / "outside/b.jpg", root / "outside.jpg");
        QCOMPARE(scan(root), (Names{"real/a.jpg", "link1/b.jpg", "link1/deep/c.jpg"}));
    }

    void aLinkToASingleFileOutsideIsFollowedOnce() {
        put("outside/b.jpg");
        const fs::path root = folder() / "root";
        fs::create_directory(root);
        fs::create_symlink(folder() / "outside/b.jpg", root / "1.jpg");
        fs::create_symlink(folder() / "outside/b.jpg", root / "2.jpg");
        QCOMPARE(scan(root), Names{"1.jpg"});
    }

    void theRealPlaceWinsOverALinkThatComesFirst() {
        put("z/a.jpg");
        fs::create_directory_symlink(folder() / "z", folder() / "a-link");
        QCOMPARE(scan(folder()), Names{"z/a.jpg"});
    }

    void linksIntoFoldersThatAreScannedElsewhereAreNotFollowed() {
        put("one/a.jpg");
        put("two/b.jpg");
        fs::create_directory_symlink(folder() / "two", folder() / "one/link");
        fs::create_symlink(folder() / "two/b.jpg", folder() / "one/b.jpg");
        FolderScanOptions options;
        options.scannedElsewhere = {folder() / "two"};
        QCOMPARE(scan(folder() / "one", options), Names{"a.jpg"});
    }

    void pipesAreNoPhotos() {
        put("a.jpg");
        QCOMPARE(::mkfifo((folder() / "pipe.jpg").c_str(), 0600), 0);
        QCOMPARE(scan(folder()), Names{"a.jpg"});
    }

    void namesAreBytes() {
        const Names names{"new\nline.jpg", "\xe7\x8c\xab.jpg", "\xff\xfe.jpg"};
        for (const std::string& name : names)
            put(name);
        QCOMPARE(scan(folder()), names);
        fs::remove(folder() / names.back());
    }

    void theWalkStopsSoon() {
        for (int i = 0; i < 10; ++i)
            put(std::to_string(i) + ".jpg");
        std::stop_source stop;
        int found = 0;
        scanFolder(
            folder(), {},
            [&](const FoundFile&) {
                ++found;
                stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(found, 1);
    }

    void insideIsToldByWholeNames() {
        QVERIFY(isInside("/a/b", "/a/b"));
        QVERIFY(isInside("/a/b/c", "/a/b"));
        QVERIFY(!isInside("/a/bc", "/a/b"));
        QVERIFY(!isInside("/a", "/a/b"));
        QVERIFY(isInside("/a", "/"));
    }
};

QTEST_APPLESS_MAIN(TestFolderScan)
#include "test_folder_scan.moc"
