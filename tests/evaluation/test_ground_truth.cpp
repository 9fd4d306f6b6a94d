// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ground_truth.h"

#include <QtTest>

using namespace likeness;

namespace {

Photo photoAt(std::int64_t id, const std::filesystem::path& relativePath) {
    Photo photo;
    photo.id = PhotoId{id};
    photo.relativePath = relativePath;
    return photo;
}

} // namespace

class TestGroundTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void photosOfOneFolderShareALabel() {
        const std::vector<Photo> photos{photoAt(1, "cat/a.jpg"), photoAt(2, "dog/b.jpg"),
                                        photoAt(3, "cat/c.jpg")};
        const GroundTruth truth = labelsFromFolders(photos);
        QCOMPARE(truth.labels, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(truth.labelsOfPhoto.at(PhotoId{1}), truth.labelsOfPhoto.at(PhotoId{3}));
        QVERIFY(truth.labelsOfPhoto.at(PhotoId{1}) != truth.labelsOfPhoto.at(PhotoId{2}));
    }

    void theWholePathBelowTheRootIsTheLabel() {
        const std::vector<Photo> photos{photoAt(1, "fruit/red/a.jpg"), photoAt(2, "car/red/b.jpg")};
        const GroundTruth truth = labelsFromFolders(photos);
        QCOMPARE(truth.labels, (std::vector<std::string>{"fruit/red", "car/red"}));
    }

    void aPhotoRightInTheRootHasNone() {
        const std::vector<Photo> photos{photoAt(1, "a.jpg")};
        const GroundTruth truth = labelsFromFolders(photos);
        QVERIFY(truth.labels.empty());
        QVERIFY(truth.labelsOfPhoto.empty());
    }

    void aPhotoHasAllItsTagsForLabels() {
        const std::vector<PhotoTag> tags{{PhotoId{1}, "sunset"},
                                         {PhotoId{1}, "Places/Rome"},
                                         {PhotoId{2}, "Places/Paris"},
                                         {PhotoId{3}, "Places/Rome"}};
        const GroundTruth truth = labelsFromTags(tags);
        QCOMPARE(truth.labels, (std::vector<std::string>{"Places/Paris", "Places/Rome", "sunset"}));
        QCOMPARE(truth.labelsOfPhoto.at(PhotoId{1}), (LabelSet{1, 2}));
        QVERIFY(sharesLabel(truth.labelsOfPhoto.at(PhotoId{1}), truth.labelsOfPhoto.at(PhotoId{3})));
        QVERIFY(!sharesLabel(truth.labelsOfPhoto.at(PhotoId{2}), truth.labelsOfPhoto.at(PhotoId{3})));
    }

    void bothHalvesTogetherHoldEachPhotoOnce() {
        const std::vector<Photo> photos{photoAt(1, "a.jpg"), photoAt(2, "b.jpg"), photoAt(3, "c.jpg"),
                                        photoAt(4, "d.jpg")};
        GroundTruth truth{{"all", "some"}, {}};
        truth.labelsOfPhoto = {
            {PhotoId{1}, {0, 1}}, {PhotoId{2}, {0}}, {PhotoId{3}, {0, 1}}, {PhotoId{4}, {0}}};
        const GroundTruth even = halfOf(truth, photos, Half::Even);
        const GroundTruth odd = halfOf(truth, photos, Half::Odd);
        QCOMPARE(even.labelsOfPhoto.size() + odd.labelsOfPhoto.size(), std::size_t{4});
        QCOMPARE(even.labelsOfPhoto.at(PhotoId{1}), (LabelSet{0, 1})); // the rarer label has its halves too
        QCOMPARE(odd.labelsOfPhoto.at(PhotoId{3}), (LabelSet{0, 1}));
    }

    void foldersWhoseNamesOnlyLookAlikeStayApart() {
        // Neither name is UTF-8, so both are shown as the replacement character.
        const std::vector<Photo> photos{photoAt(1, "\xE9/a.jpg"), photoAt(2, "\xE8/b.jpg")};
        const GroundTruth truth = labelsFromFolders(photos);
        QCOMPARE(truth.labels, (std::vector<std::string>{"\xEF\xBF\xBD", "\xEF\xBF\xBD"}));
        QVERIFY(truth.labelsOfPhoto.at(PhotoId{1}) != truth.labelsOfPhoto.at(PhotoId{2}));
    }

    void matchesOfMatchesShareALabel() {
        const auto content = [](int number) {
            ContentHash hash{};
            hash[0] = static_cast<std::byte>(number);
            return hash;
        };
        const auto verdict = [&](int a, int b, Judgement judgement) {
            return Verdict{contentPair(content(a), content(b)), judgement, "", 0};
        };
        const std::vector verdicts{verdict(1, 2, Judgement::Match), verdict(2, 3, Judgement::Match),
                                   verdict(1, 4, Judgement::NoMatch), verdict(5, 6, Judgement::Undecided)};
        std::unordered_map<PhotoId, ContentHash> contents;
        for (int i = 1; i <= 6; ++i)
            contents[{i}] = content(i);
        contents[{7}] = content(1); // a copy
        const GroundTruth truth = labelsFromVerdicts(verdicts, contents);
        QCOMPARE(truth.labels.size(), std::size_t{2});
        QCOMPARE(truth.labelsOfPhoto.size(), std::size_t{5});
        for (const PhotoId photo : {PhotoId{2}, PhotoId{3}, PhotoId{7}})
            QCOMPARE(truth.labelsOfPhoto.at(photo), truth.labelsOfPhoto.at({1}));
        QVERIFY(truth.labelsOfPhoto.at({4}) != truth.labelsOfPhoto.at({1}));
    }
};

QTEST_APPLESS_MAIN(TestGroundTruth)
#include "test_ground_truth.moc"
