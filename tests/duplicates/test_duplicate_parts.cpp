// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/alignment.h"
#include "core/duplicates/difference_map.h"
#include "core/duplicates/gradient_code.h"
#include "core/duplicates/keeper_rules.h"
#include "core/duplicates/photo_edit.h"
#include "core/duplicates/photo_look.h"
#include "core/duplicates/star_grouping.h"
#include "core/image/decoder.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

std::vector<std::filesystem::path> sampleFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(LIKENESS_SOURCE_DIR "/resources/samples"))
        if (entry.path().extension() == ".jpg")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Image photoAt(std::size_t number) {
    return Decoder().decodeToFit(sampleFiles().at(number), 512)->image;
}

GrayImage laid(const Image& photo, Orientation orientation) {
    return toGray(oriented(photo, orientation));
}

Photo photoOf(std::int64_t id, const char* file, int side, std::int64_t bytes, std::int64_t time) {
    Photo photo;
    photo.id = PhotoId{id};
    photo.file = file;
    photo.stamp = {bytes, time};
    photo.width = side;
    photo.height = side;
    photo.format = "JPEG";
    return photo;
}

} // namespace

class TestDuplicateParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMiniatureIsLaidAsTheWholePhotoIs() {
        const Image photo = photoAt(0);
        const Miniature upright(toGray(photo));
        for (const Orientation orientation : allOrientations) {
            const Miniature wanted(laid(photo, orientation));
            const Miniature got = upright.laid(orientation);
            QVERIFY(got.correlation(wanted) > 0.99);
            QVERIFY(hammingDistance(got.gradientCode(), wanted.gradientCode()) < 40);
        }
    }

    void theWholePhotoIsRecognisedInEveryOrientationAndInNoOther() {
        const Image photo = photoAt(1);
        const PhotoLook upright(toGray(photo));
        for (const Orientation orientation : allOrientations) {
            const PhotoLook other(laid(photo, orientation));
            int recognised = 0;
            for (const Orientation back : allOrientations)
                if (const auto copy = wholeCopy(upright, other, back)) {
                    ++recognised;
                    QVERIFY(copy->similarity > 0.9);
                }
            QCOMPARE(recognised, 1);
        }
    }

    void mirroredFeaturesLieWhereThoseOfTheMirroredPhotoDo() {
        const Image photo = photoAt(2);
        const GrayImage upright = toGray(photo);
        const auto alignment = align(mirrored(localFeatures(upright), upright.width),
                                     localFeatures(laid(photo, {Orientation::Mirror::Yes, 0})));
        QVERIFY(alignment);
        QVERIFY(alignment->inliers > 30);
        QVERIFY(std::abs(alignment->map.m[0] - 1) < 0.02);
        QVERIFY(std::abs(alignment->map.m[2]) < 2);
    }

    void aCutOutIsFoundWhereItLies() {
        const Image photo = photoAt(3);
        const PhotoLook whole(toGray(photo));
        const PhotoLook cut(toGray(cropped(photo, {0.2, 0.1, 0.7, 0.7})));
        const auto copy = alignedCopy(whole, cut);
        QVERIFY(copy);
        QVERIFY(copy->similarity > 0.8);
        QVERIFY(std::abs(copy->covered - 0.49) < 0.05);
    }

    void aMirroredAndTurnedCutOutIsFound() {
        const Image photo = photoAt(4);
        const Image cut = oriented(cropped(photo, {0.1, 0.1, 0.8, 0.8}), {Orientation::Mirror::Yes, 1});
        QVERIFY(alignedCopy(PhotoLook(toGray(photo)), PhotoLook(toGray(cut))));
    }

    void differentPhotosAreNoCopies() {
        for (std::size_t i = 0; i < 20; ++i)
            QVERIFY(!alignedCopy(PhotoLook(toGray(photoAt(i))), PhotoLook(toGray(photoAt(i + 20)))));
    }

    void aPhotoOfOneColourIsACopyOfNothing() {
        const PhotoLook flat(GrayImage{64, 64, std::vector<std::uint8_t>(64 * 64, 200)});
        QVERIFY(!wholeCopy(flat, flat, {}));
        QVERIFY(!alignedCopy(flat, flat));
        QCOMPARE(Miniature(flat.image()).correlation(Miniature(flat.image())), 0.0);
    }

    void starsAreNeverChained() {
        const std::vector<AlikePair> chain{
            {PhotoId{1}, PhotoId{2}, .9}, {PhotoId{2}, PhotoId{3}, .8}, {PhotoId{3}, PhotoId{4}, .7}};
        const auto stars = groupIntoStars(chain, [](PhotoId a, PhotoId b) { return a < b; });
        QCOMPARE(stars.size(), std::size_t{1});
        QCOMPARE(stars[0].reference, PhotoId{2});
        QCOMPARE(stars[0].members, (std::vector<DuplicateMember>{{PhotoId{1}, .9}, {PhotoId{3}, .8}}));
    }

    void whatAStarLeavesBecomesAnotherStar() {
        const std::vector<AlikePair> pairs{{PhotoId{1}, PhotoId{2}, .9},
                                           {PhotoId{1}, PhotoId{3}, .9},
                                           {PhotoId{3}, PhotoId{4}, .9},
                                           {PhotoId{4}, PhotoId{5}, .9}};
        const auto stars = groupIntoStars(pairs, [](PhotoId a, PhotoId b) { return a < b; });
        QCOMPARE(stars.size(), std::size_t{2});
        QCOMPARE(stars[0].reference, PhotoId{1});
        QCOMPARE(stars[1].reference, PhotoId{4});
        QCOMPARE(stars[1].members.size(), std::size_t{1});
    }

    void theFirstRuleThatTellsPhotosApartDecides() {
        const Photo large = photoOf(1, "/a/large.jpg", 400, 10, 5);
        const Photo heavy = photoOf(2, "/a/heavy.jpg", 200, 90, 4);
        const Photo old = photoOf(3, "/a/old.jpg", 200, 90, 1);
        KeeperPolicy policy;
        QVERIFY(policy.prefers(large, heavy));
        QVERIFY(policy.prefers(old, heavy));
        policy.rules = {KeeperRule::FileSize, KeeperRule::Newest};
        QVERIFY(policy.prefers(heavy, large));
        QVERIFY(policy.prefers(heavy, old));
        QVERIFY(!policy.prefers(heavy, heavy));
    }

    void protectedThenPreferredFoldersComeBeforeAllRules() {
        const Photo large = photoOf(1, "/a/x.jpg", 400, 10, 5);
        const Photo preferred = photoOf(2, "/b/x.jpg", 200, 10, 5);
        const Photo guarded = photoOf(3, "/c/deep/x.jpg", 100, 10, 5);
        KeeperPolicy policy;
        policy.preferredFolders = {"/b"};
        QVERIFY(policy.prefers(preferred, large));
        policy.protectedFolders = {"/c"};
        QVERIFY(policy.prefers(guarded, preferred));
        QVERIFY(policy.isProtected(guarded));
        QVERIFY(!policy.isProtected(large));
    }

    void rulesAreReadFromTextAndUnknownOnesAreNamed() {
        const auto rules = keeperRulesFromText("size,oldest");
        QVERIFY(rules);
        QCOMPARE(*rules, (std::vector{KeeperRule::FileSize, KeeperRule::Oldest}));
        QCOMPARE(keeperRulesFromText("size,charm").error().arguments.at(0),
                 std::string("there is no rule charm"));
        QCOMPARE(keeperRulesFromText("size,size").error().code, ErrorCode::InvalidArgument);
    }

    void whatWasChangedInACopyIsWhereItDiffers() {
        const Image photo = photoAt(0);
        Image changed = photo;
        for (int y = photo.height / 4; y < photo.height / 2; ++y)
            for (int x = 0; x < photo.width / 3; ++x)
                for (int channel = 0; channel < 3; ++channel) {
                    auto& value = changed.rgb[static_cast<std::size_t>(3 * (y * photo.width + x) + channel)];
                    value = static_cast<std::uint8_t>(255 - value);
                }
        const auto map = differenceMap(PhotoLook(toGray(photo)), PhotoLook(toGray(changed)));
        QVERIFY(map);
        const auto at = [&map](double x, double y) {
            const auto column = static_cast<std::size_t>(x * map->width);
            const auto row = static_cast<std::size_t>(y * map->height);
            return map->values[row * static_cast<std::size_t>(map->width) + column];
        };
        QVERIFY(map->differing > 0.02 && map->differing < 0.2);
        double inside = 0;
        double outside = 0;
        for (double offset = 0.02; offset < 0.3; offset += 0.02) {
            inside += static_cast<double>(at(offset, 0.37));
            outside += static_cast<double>(at(0.5 + offset, 0.7));
        }
        QVERIFY(inside > 5 * outside);
    }

    void aCopyThatIsTurnedAndCutIsLaidOverItsOriginal() {
        const Image photo = photoAt(3);
        const PhotoLook original(toGray(photo));
        const PhotoLook turned(laid(photo, {Orientation::Mirror::Yes, 1}));
        const auto whole = differenceMap(original, turned);
        QVERIFY(whole);
        QVERIFY(whole->differing < 0.05);
        QVERIFY(std::ranges::count(whole->values, DifferenceMap::unknown) * 50 < std::ssize(whole->values));
        const PhotoLook cut(toGray(cropped(photo, {0.2, 0.2, 0.7, 0.7})));
        const auto part = differenceMap(original, cut);
        QVERIFY(part);
        QVERIFY(part->values.front() == DifferenceMap::unknown);
    }

    void photosOfDifferentThingsHaveNoDifferenceMap() {
        QVERIFY(!differenceMap(PhotoLook(toGray(photoAt(0))), PhotoLook(toGray(photoAt(40)))));
    }
};

QTEST_APPLESS_MAIN(TestDuplicateParts)
#include "test_duplicate_parts.moc"
