// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/box_truth.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace likeness;

namespace {

namespace fs = std::filesystem;

/// Photos of a data set, as the library knows them. Label readers look at no pixels, so that there are none.
class DataSet {
public:
    fs::path folder() const { return home_.path().toStdString(); }
    void write(const std::string& name, std::string_view text) const {
        fs::create_directories((folder() / name).parent_path());
        std::ofstream(folder() / name) << text;
    }
    PhotoId add(const std::string& name) {
        Photo photo;
        photo.id = {static_cast<std::int64_t>(photos.size()) + 1};
        photo.file = folder() / name;
        photos.push_back(photo);
        return photo.id;
    }

    std::vector<Photo> photos;

private:
    QTemporaryDir home_;
};

bool near(const Rectangle& a, const Rectangle& b) {
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9 && std::abs(a.width - b.width) < 1e-9 &&
           std::abs(a.height - b.height) < 1e-9;
}

constexpr const char* coco = R"({
    "images": [{"id": 7, "file_name": "a.jpg", "width": 200, "height": 100},
               {"id": 9, "file_name": "elsewhere.jpg", "width": 10, "height": 10}],
    "categories": [{"id": 18, "name": "dog"}, {"id": 3, "name": "cat"}],
    "annotations": [{"image_id": 7, "category_id": 3, "bbox": [50, 25, 100, 50]},
                    {"image_id": 7, "category_id": 18, "bbox": [180, 0, 40, 10]},
                    {"image_id": 9, "category_id": 18, "bbox": [0, 0, 5, 5]}]})";

} // namespace

class TestBoxTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yoloLabelsLieBesideTheImages() {
        DataSet set;
        const PhotoId a = set.add("images/train/a.jpg");
        const PhotoId b = set.add("images/b.png");
        set.add("images/without.jpg");
        set.add("photos/other.jpg");
        set.write("labels/train/a.txt", "1 0.5 0.5 0.2 0.4\n0 0.1 0.1 0.2 0.2\n");
        set.write("labels/b.txt", "0 0.75 0.25 0.5 0.5");
        const auto truth = boxesFromYolo(set.photos);
        QCOMPARE(truth->boxesOfPhoto.size(), std::size_t{2});
        const auto& boxes = truth->boxesOfPhoto.at(a);
        QCOMPARE(boxes.size(), std::size_t{2});
        QCOMPARE(boxes[0].label, 1);
        QVERIFY(near(boxes[0].place, {0.4, 0.3, 0.2, 0.4}));
        QVERIFY(near(boxes[1].place, {0, 0, 0.2, 0.2}));
        QVERIFY(near(truth->boxesOfPhoto.at(b).front().place, {0.5, 0, 0.5, 0.5}));
    }

    void classesWithoutNamesAreNamedByTheirNumbers() {
        DataSet set;
        set.add("images/a.jpg");
        set.write("labels/a.txt", "2 0.5 0.5 0.2 0.4\n");
        QVERIFY(boxesFromYolo(set.photos)->labels == (std::vector<std::string>{"0", "1", "2"}));
    }

    void classesAreNamedByAListOrAMap_data() {
        QTest::addColumn<QString>("yaml");
        QTest::newRow("list") << QStringLiteral("nc: 2\nnames: [cat, dog]\n");
        QTest::newRow("map") << QStringLiteral("names:\n  0: cat\n  1: dog\n");
    }

    void classesAreNamedByAListOrAMap() {
        QFETCH(QString, yaml);
        DataSet set;
        set.add("images/train/a.jpg");
        set.write("labels/train/a.txt", "2 0.5 0.5 0.2 0.4\n");
        set.write("data.yaml", yaml.toStdString());
        QVERIFY(boxesFromYolo(set.photos)->labels == (std::vector<std::string>{"cat", "dog", "2"}));
    }

    void aYamlFileOfAnotherKindLeavesTheNumbers_data() {
        QTest::addColumn<QString>("yaml");
        QTest::newRow("no yaml") << QStringLiteral("names: [cat, : }\n");
        QTest::newRow("other content") << QStringLiteral("services:\n  web: {}\n");
        QTest::newRow("a list") << QStringLiteral("- one\n- two\n");
        QTest::newRow("a word") << QStringLiteral("word\n");
        QTest::newRow("names is a word") << QStringLiteral("names: word\n");
        QTest::newRow("empty") << QString();
    }

    void aYamlFileOfAnotherKindLeavesTheNumbers() {
        QFETCH(QString, yaml);
        DataSet set;
        set.add("images/a.jpg");
        set.write("labels/a.txt", "0 0.5 0.5 0.2 0.4\n");
        set.write("config.yaml", yaml.toStdString());
        const auto truth = boxesFromYolo(set.photos);
        QVERIFY(truth.ok() && truth->labels == std::vector<std::string>{"0"});
    }

    void linesThatAreNoBoxesAreLeftOut() {
        DataSet set;
        const PhotoId photo = set.add("images/a.jpg");
        set.write("labels/a.txt", "person 0.5 0.5 0.2 0.4\n"
                                  "-1 0.5 0.5 0.2 0.4\n"
                                  "0 0.5 0.5\n"
                                  "1 0.1 0.1 0.9 0.1 0.9 0.9 0.1 0.9\n" // an outline
                                  "2000000000 0.5 0.5 0.2 0.4\n"
                                  "\n"
                                  "1 0.5 0.5 0.2 0.4\r\n"
                                  "0 0.5 0.5 0.4 0.2 0.93\n"); // with the confidence of a detector
        const auto truth = boxesFromYolo(set.photos);
        const auto& boxes = truth->boxesOfPhoto.at(photo);
        QCOMPARE(boxes.size(), std::size_t{2});
        QCOMPARE(boxes[0].label, 1);
        QVERIFY(near(boxes[0].place, {0.4, 0.3, 0.2, 0.4}));
        QCOMPARE(boxes[1].label, 0);
        QVERIFY(near(boxes[1].place, {0.3, 0.4, 0.4, 0.2}));
        QCOMPARE(truth->labels.size(), std::size_t{2});
    }

    void boxesAreCutAtThePhotosEdges() {
        DataSet set;
        const PhotoId photo = set.add("images/a.jpg");
        set.write("labels/a.txt", "0 0.0 0.5 0.2 3\n");
        const auto truth = boxesFromYolo(set.photos);
        QVERIFY(near(truth->boxesOfPhoto.at(photo).front().place, {0, 0, 0.1, 1}));
    }

    void withoutAnyLabelsThereIsNothingToMeasure() {
        DataSet set;
        set.add("images/a.jpg");
        set.add("b.jpg");
        QCOMPARE(boxesFromYolo(set.photos).error().code, ErrorCode::NoBoxes);
        set.write("labels/a.txt", "this is text\n");
        QCOMPARE(boxesFromYolo(set.photos).error().code, ErrorCode::NoBoxes);
        QCOMPARE(boxesFromCoco(set.photos).error().code, ErrorCode::NoBoxes);
        QCOMPARE(boxesFromCoco({}).error().code, ErrorCode::NoBoxes);
    }

    void cocoBoxesArePixelsOfTheUprightPhoto_data() {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<QString>("annotations");
        QTest::newRow("beside") << QStringLiteral("a.jpg") << QStringLiteral("annotations.json");
        QTest::newRow("above") << QStringLiteral("images/val/a.jpg") << QStringLiteral("annotations.json");
        QTest::newRow("folder") << QStringLiteral("val2017/a.jpg")
                                << QStringLiteral("annotations/instances_val2017.json");
    }

    void cocoBoxesArePixelsOfTheUprightPhoto() {
        QFETCH(QString, photo);
        QFETCH(QString, annotations);
        DataSet set;
        const PhotoId id = set.add(photo.toStdString());
        fs::create_directories(set.photos.front().file.parent_path());
        set.write(annotations.toStdString(), coco);
        const auto truth = boxesFromCoco(set.photos);
        QVERIFY(truth.ok());
        QVERIFY(truth->labels == (std::vector<std::string>{"dog", "cat"}));
        QCOMPARE(truth->boxesOfPhoto.size(), std::size_t{1});
        const auto& boxes = truth->boxesOfPhoto.at(id);
        QCOMPARE(boxes.size(), std::size_t{2});
        QCOMPARE(boxes[0].label, 1);
        QVERIFY(near(boxes[0].place, {0.25, 0.25, 0.5, 0.5}));
        QCOMPARE(boxes[1].label, 0);
        QVERIFY(near(boxes[1].place, {0.9, 0, 0.1, 0.1}));
    }

    void aFileThatIsNoCocoFileIsNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("no json") << QStringLiteral("this is text");
        QTest::newRow("cut off") << QString::fromUtf8(coco).left(200);
        QTest::newRow("a list") << QStringLiteral("[1, 2]");
        QTest::newRow("other content") << QStringLiteral(R"({"name": "value"})");
        QTest::newRow("unknown category") << QString::fromUtf8(coco).replace(
            QStringLiteral("\"category_id\": 3"), QStringLiteral("\"category_id\": 4"));
        QTest::newRow("a box of two numbers")
            << QString::fromUtf8(coco).replace(QStringLiteral("50, 25, 100, 50"), QStringLiteral("50, 25"));
        QTest::newRow("no width") << QString::fromUtf8(coco).replace(QStringLiteral("\"width\": 200"),
                                                                     QStringLiteral("\"width\": 0"));
    }

    void aFileThatIsNoCocoFileIsNamed() {
        QFETCH(QString, text);
        DataSet set;
        set.add("a.jpg");
        set.write("annotations.json", text.toStdString());
        const auto truth = boxesFromCoco(set.photos);
        QVERIFY(!truth.ok());
        QCOMPARE(truth.error().code, ErrorCode::DatasetInvalid);
        QVERIFY(QString::fromStdString(truth.error().text).contains(QStringLiteral("annotations.json")));
    }

    void theCollagesHaveABoxForEachOfTheirPhotos() {
        DataSet set;
        std::vector<Photo> photos;
        const fs::path folder = LIKENESS_SOURCE_DIR "/resources/samples-made/collages/images";
        for (int i = 1; i <= 6; ++i) {
            Photo photo;
            photo.id = {i};
            photo.file = folder / ("collage-" + std::to_string(i) + ".made-collage.jpg");
            photos.push_back(photo);
        }
        const auto truth = boxesFromYolo(photos);
        QVERIFY(truth.ok());
        QCOMPARE(truth->labels.size(), std::size_t{10});
        QCOMPARE(truth->labels.front(), std::string("dress"));
        QCOMPARE(truth->labels.back(), std::string("t-shirt"));
        std::size_t boxes = 0;
        for (const auto& [photo, ofPhoto] : truth->boxesOfPhoto)
            boxes += ofPhoto.size();
        QCOMPARE(boxes, std::size_t{26});
    }
};

QTEST_APPLESS_MAIN(TestBoxTruth)
#include "test_box_truth.moc"
