// SPDX-License-Identifier: GPL-3.0-or-later
// What scans leave out because the user says so.
#include "core/library/exclusions.h"
#include "core/library/photo_removal.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

class TestExclusions : public QObject {
    Q_OBJECT

    static void exclude(const Workplace& place, const std::vector<std::string>& patterns) {
        if (!setExclusions(*Database::open(place.library(), OpenMode::Write), patterns))
            qFatal("can't set");
    }

private Q_SLOTS:
    void patternsMeanNamesOrPaths() {
        const std::vector<std::string> patterns{"*.tif", "proofs", "2019/Raw*"};
        for (const char* path : {"a.TIF", "x/y.tif", "Proofs", "deep/PROOFS", "2019/raw", "2019/Raw 2/x.jpg"})
            QVERIFY2(isExcluded(patterns, path), path);
        for (const char* path : {"a.tiff", "proofs2", "raw", "2020/Raw", "a/2019/Raw"})
            QVERIFY2(!isExcluded(patterns, path), path);
        QVERIFY(!isExcluded({}, "a.jpg"));
    }

    void theyAreKeptWithoutBlanks() {
        const Workplace place;
        VERIFY_OK(place.index());
        exclude(place, {" *.tif ", "", "a\nb"});
        QCOMPARE(*exclusions(place.open()), (std::vector<std::string>{"*.tif", "a", "b"}));
        exclude(place, {});
        QVERIFY(exclusions(place.open())->empty());
    }

    void aScanLeavesThemOut() {
        const Workplace place;
        place.put(0, "keep/a.jpg");
        place.put(1, "keep/proofs/b.jpg");
        place.put(2, "keep/c-edited.jpg");
        auto none = place.options();
        none.folders = {place.folder() / "empty"};
        std::filesystem::create_directories(place.folder() / "empty");
        VERIFY_OK(place.index(none));
        exclude(place, {"Proofs", "keep/*-edited.*"});
        VERIFY_OK(place.index());
        QCOMPARE(place.counts().photos, 1);
        auto part = place.options();
        part.folders = {place.photos() / "keep"};
        VERIFY_OK(place.index(part)); // the patterns are about the library's folder, not about the part
        QCOMPARE(place.counts().photos, 1);
        exclude(place, {});
        VERIFY_OK(place.index());
        QCOMPARE(place.counts().photos, 3);
    }

    void whatIsInTheLibraryStays() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        exclude(place, {"*.jpg"});
        VERIFY_OK(place.index());
        QCOMPARE(place.counts().indexed, 1);
        QCOMPARE(place.counts().missing, 0);
    }

    void untilItIsRemoved() {
        const Workplace place;
        const auto kept = place.put(0, "keep/a.jpg");
        const auto proof = place.put(1, "keep/Proofs/deep/b.jpg");
        VERIFY_OK(place.index());
        const PhotoId proofId = place.idOf(proof);
        exclude(place, {"proofs"});
        const Database database = *Database::open(place.library(), OpenMode::Write);
        QCOMPARE(*excludedPhotos(database), std::vector{proofId});
        QCOMPARE(*removePhotos(database, *excludedPhotos(database)), 1);
        QCOMPARE(place.counts().photos, 1);
        QVERIFY(std::filesystem::exists(proof));
        QVERIFY(excludedPhotos(database)->empty());
        QCOMPARE(*removePhotos(database, std::span(&proofId, 1)), 0);
    }
};

QTEST_GUILESS_MAIN(TestExclusions)
#include "test_exclusions.moc"
