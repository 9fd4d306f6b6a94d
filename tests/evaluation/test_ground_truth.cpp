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
        QCOMPARE(truth.labelOfPhoto.at(PhotoId{1}), truth.labelOfPhoto.at(PhotoId{3}));
        QVERIFY(truth.labelOfPhoto.at(PhotoId{1}) != truth.labelOfPhoto.at(PhotoId{2}));
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
        QVERIFY(truth.labelOfPhoto.empty());
    }

    void foldersWhoseNamesOnlyLookAlikeStayApart() {
        // Neither name is UTF-8, so both are shown as the replacement character.
        const std::vector<Photo> photos{photoAt(1, "\xE9/a.jpg"), photoAt(2, "\xE8/b.jpg")};
        const GroundTruth truth = labelsFromFolders(photos);
        QCOMPARE(truth.labels, (std::vector<std::string>{"\xEF\xBF\xBD", "\xEF\xBF\xBD"}));
        QVERIFY(truth.labelOfPhoto.at(PhotoId{1}) != truth.labelOfPhoto.at(PhotoId{2}));
    }
};

QTEST_APPLESS_MAIN(TestGroundTruth)
#include "test_ground_truth.moc"
