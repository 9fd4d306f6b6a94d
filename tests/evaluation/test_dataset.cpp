// SPDX-License-Identifier: GPL-3.0-or-later
// Small copies of the layouts of published data sets, and broken ones.
#include "core/evaluation/dataset.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace likeness;

namespace {

namespace fs = std::filesystem;

/// A folder in which files are made. Readers look at no pixels, so that photos are empty files.
class Place {
public:
    fs::path folder() const { return fs::canonical(home_.path().toStdString()); }
    void write(const std::string& name, std::string_view text) const {
        fs::create_directories((folder() / name).parent_path());
        std::ofstream(folder() / name) << text;
    }
    void photos(const std::vector<std::string>& names) const {
        for (const std::string& name : names)
            write(name, "");
    }

private:
    QTemporaryDir home_;
};

bool isNear(const Rectangle& a, const Rectangle& b) {
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9 && std::abs(a.width - b.width) < 1e-9 &&
           std::abs(a.height - b.height) < 1e-9;
}

std::vector<std::string> labelsOfFile(const Dataset& dataset, const fs::path& file, std::size_t level = 0) {
    std::vector<std::string> names;
    for (const DatasetPhoto& photo : dataset.photos)
        if (photo.file == dataset.folder / file)
            for (const int label : photo.labels[level])
                names.push_back(dataset.levels[level].labels[static_cast<std::size_t>(label)]);
    return names;
}

using Names = std::vector<std::string>;

constexpr const char* voc = R"(<annotation>
  <size><width>200</width><height>100</height><depth>3</depth></size>
  <object><name>dog</name><difficult>0</difficult>
    <bndbox><xmin>51</xmin><ymin>26</ymin><xmax>150</xmax><ymax>75</ymax></bndbox></object>
  <object><name>cat</name><difficult>1</difficult>
    <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>20</xmax><ymax>20</ymax></bndbox></object>
</annotation>
)";

void makeVoc(const Place& place) {
    place.photos({"VOCdevkit/VOC2012/JPEGImages/a.jpg", "VOCdevkit/VOC2012/JPEGImages/b.jpg"});
    place.write("VOCdevkit/VOC2012/Annotations/a.xml", voc);
    place.write("VOCdevkit/VOC2012/ImageSets/Main/train.txt", "a\n");
}

void makeCub(const Place& place) {
    fs::create_directories(place.folder() / "CUB_200_2011/images/001.Tern");
    fs::copy_file(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-1.jpg",
                  place.folder() / "CUB_200_2011/images/001.Tern/a.jpg");
    fs::create_directories(place.folder() / "CUB_200_2011/images/002.Long_billed_Wren");
    fs::copy_file(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-2.jpg",
                  place.folder() / "CUB_200_2011/images/002.Long_billed_Wren/b.jpg");
    place.write("CUB_200_2011/images.txt", "1 001.Tern/a.jpg\n2 002.Long_billed_Wren/b.jpg\n");
    place.write("CUB_200_2011/classes.txt", "1 001.Tern\n2 002.Long_billed_Wren\n");
    place.write("CUB_200_2011/image_class_labels.txt", "1 1\n2 2\n");
    place.write("CUB_200_2011/train_test_split.txt", "1 1\n2 0\n");
    place.write("CUB_200_2011/bounding_boxes.txt", "1 10.0 20.0 30.0 40.0\n");
    place.write("CUB_200_2011/parts/parts.txt", "1 back\n2 left eye\n");
    place.write("CUB_200_2011/parts/part_locs.txt", "1 1 0.0 0.0 0\n1 2 12.0 34.0 1\n");
}

} // namespace

class TestDataset : public QObject {
    Q_OBJECT

    static void verifyMalformed(const Place& place, std::string_view placeAndLine) {
        const auto dataset = readDataset(place.folder());
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::DatasetInvalid);
        QVERIFY2(dataset.error().arguments.front().find(placeAndLine) != std::string::npos,
                 dataset.error().arguments.front().c_str());
    }

private Q_SLOTS:
    void foldersOfPhotosAreClasses() {
        const Place place;
        place.photos({"cats/1.jpg", "cats/2.png", "dogs/3.jpg", "dogs/notes.txt"});
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::ClassFolders);
        QCOMPARE(dataset->photos.size(), std::size_t{3});
        QVERIFY(labelsOfFile(*dataset, "cats/2.png") == Names{"cats"});
    }

    void foldersInFoldersAreAHierarchyWithALabelForEachLevel() {
        const Place place;
        place.photos({"Fruit/Apple/a.jpg", "Fruit/Pear/b.jpg", "Packages/Milk/c.jpg"});
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::Hierarchy);
        QCOMPARE(dataset->levels.size(), std::size_t{2});
        QVERIFY(labelsOfFile(*dataset, "Fruit/Pear/b.jpg", 0) == Names{"Fruit"});
        QVERIFY(labelsOfFile(*dataset, "Fruit/Pear/b.jpg", 1) == Names{"Fruit/Pear"});
    }

    void aPhotoThatLiesLessDeepIsLabelledByItsOwnFolder() {
        const Place place;
        place.photos({"Fruit/Apple/Fuji/a.jpg", "Fruit/Pear/b.jpg"});
        const auto dataset = readDataset(place.folder());
        QVERIFY(labelsOfFile(*dataset, "Fruit/Pear/b.jpg", 2) == Names{"Fruit/Pear"});
        QCOMPARE(dataset->warnings.size(), std::size_t{1});
    }

    void synsetsAreNamedByAFileBesideThem() {
        const Place place;
        place.photos({"n01440764/a.JPEG", "n02102040/b.JPEG"});
        place.write("LOC_synset_mapping.txt", "n01440764 tench, Tinca tinca\nn02102040 springer\n");
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::ImageNet);
        QVERIFY(labelsOfFile(*dataset, "n01440764/a.JPEG") == Names{"tench (n01440764)"});
        QVERIFY(dataset->warnings.empty());
    }

    void synsetsBelowTrainAndValKeepTheirSplit() {
        const Place place;
        place.photos({"train/n01440764/a.JPEG", "val/n01440764/b.JPEG"});
        const DatasetSummary summary = summaryOf(*readDataset(place.folder()));
        QCOMPARE(summary.layout, DatasetLayout::ImageNet);
        QCOMPARE(summary.train, std::int64_t{1});
        QCOMPARE(summary.test, std::int64_t{1});
        QVERIFY(summary.classes == std::vector<std::int64_t>{1});
    }

    void aBrokenLineOfSynsetNamesIsNamed() {
        const Place place;
        place.photos({"n01440764/a.JPEG"});
        place.write("synset_words.txt", "n01440764 tench\nnothing\n");
        verifyMalformed(place, "synset_words.txt, line 2");
    }

    void numberedFoldersAreCaltech256() {
        const Place place;
        place.photos({"001.ak47/a.jpg", "002.american-flag/b.jpg", "257.clutter/c.jpg"});
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::Caltech);
        QVERIFY(labelsOfFile(*dataset, "001.ak47/a.jpg") == Names{"ak47"});
        QCOMPARE(dataset->photos.size(), std::size_t{2}); // clutter is no class
    }

    void theBackgroundOfCaltech101IsLeftOut() {
        const Place place;
        place.photos({"101_ObjectCategories/ant/a.jpg", "101_ObjectCategories/BACKGROUND_Google/b.jpg"});
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::Caltech);
        QCOMPARE(dataset->photos.size(), std::size_t{1});
        QCOMPARE(dataset->warnings.size(), std::size_t{1});
    }

    void pascalVocHasBoxesWithoutTheDifficultOnes() {
        const Place place;
        makeVoc(place);
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::PascalVoc);
        QCOMPARE(dataset->photos.size(), std::size_t{1});
        const DatasetPhoto& photo = dataset->photos.front();
        QCOMPARE(photo.boxes.size(), std::size_t{1});
        QVERIFY(isNear(photo.boxes[0].place, {.25, .25, .5, .5}));
        QVERIFY(photo.split == DatasetSplit::Train);
        QCOMPARE(dataset->difficult, std::int64_t{1});
        QCOMPARE(dataset->warnings.size(), std::size_t{1}); // b.jpg has no annotation
    }

    void brokenXmlIsNamedWithItsLine() {
        const Place place;
        makeVoc(place);
        place.write("VOCdevkit/VOC2012/Annotations/b.xml", "<annotation>\n<size>\n</annotation>\n");
        verifyMalformed(place, "b.xml, line 3");
    }

    void aBoxWithoutCornersIsNamedWithItsLine() {
        const Place place;
        makeVoc(place);
        place.write("VOCdevkit/VOC2012/Annotations/b.xml",
                    "<annotation>\n<size><width>9</width><height>9</height></size>\n\n"
                    "<object><name>dog</name></object></annotation>");
        verifyMalformed(place, "b.xml, line 4");
    }

    void cubHasClassesSplitBoxesAndParts() {
        const Place place;
        makeCub(place);
        const auto dataset = readDataset(place.folder());
        QVERIFY2(dataset, dataset ? "" : dataset.error().text.c_str());
        QCOMPARE(dataset->layout, DatasetLayout::Cub200);
        QVERIFY(labelsOfFile(*dataset, "CUB_200_2011/images/002.Long_billed_Wren/b.jpg") ==
                Names{"Long billed Wren"});
        const DatasetPhoto& tern = dataset->photos.front();
        QVERIFY(tern.split == DatasetSplit::Train);
        QCOMPARE(tern.boxes.size(), std::size_t{1});
        QCOMPARE(tern.parts.size(), std::size_t{1}); // the other one isn't visible
        QCOMPARE(tern.parts[0].label, 1);
        QVERIFY(tern.boxes[0].place.x > 0 && tern.boxes[0].place.right() < 1);
        QVERIFY(std::abs(tern.boxes[0].place.width / tern.boxes[0].place.x - 3) < 1e-9);
    }

    void brokenTablesOfCubAreNamedWithTheirLine_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("class") << "image_class_labels.txt"
                               << "1 1\n2 7\n"
                               << "labels.txt, line 2";
        QTest::newRow("photo") << "images.txt"
                               << "1 a.jpg\nb.jpg\n"
                               << "images.txt, line 2";
        QTest::newRow("box") << "bounding_boxes.txt"
                             << "1 1 2 3\n"
                             << "boxes.txt, line 1";
        QTest::newRow("split") << "train_test_split.txt"
                               << "1 1\n2 5\n"
                               << "split.txt, line 2";
        QTest::newRow("part") << "parts/part_locs.txt"
                              << "1 9 1 1 1\n"
                              << "locs.txt, line 1";
    }

    void brokenTablesOfCubAreNamedWithTheirLine() {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Place place;
        makeCub(place);
        place.write("CUB_200_2011/" + file.toStdString(), text.toStdString());
        verifyMalformed(place, expected.toStdString());
    }

    void cocoHasBoxesByFileName() {
        const Place place;
        place.photos({"images/a.jpg", "images/b.jpg"});
        place.write("annotations.json",
                    R"({"images": [{"id": 7, "file_name": "a.jpg", "width": 200, "height": 100}],
                        "categories": [{"id": 3, "name": "cat"}],
                        "annotations": [{"image_id": 7, "category_id": 3, "bbox": [50, 25, 100, 50]}]})");
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::Coco);
        QVERIFY(labelsOfFile(*dataset, "images/a.jpg") == Names{"cat"});
        QVERIFY(isNear(dataset->photos[0].boxes[0].place, {.25, .25, .5, .5}));
        QCOMPARE(dataset->warnings.size(), std::size_t{1}); // b.jpg has no boxes
    }

    void brokenCocoIsNamedWithItsLine() {
        const Place place;
        place.photos({"images/a.jpg"});
        place.write("annotations.json", "{\n\"images\": [}\n");
        const auto dataset = readDataset(place.folder());
        QVERIFY(!dataset);
        const std::string& text = dataset.error().text;
        QVERIFY(text.find("annotations.json") != std::string::npos);
        QVERIFY2(text.find("line 2") != std::string::npos, text.c_str());
    }

    void yoloWarnsOfLinesThatAreNoBoxes() {
        const Place place;
        place.photos({"images/a.jpg"});
        place.write("labels/a.txt", "0 .5 .5 .2 .2\nfour corners\n");
        place.write("config.yaml", "names: [dog]\n");
        const auto dataset = readDataset(place.folder());
        QCOMPARE(dataset->layout, DatasetLayout::Yolo);
        QVERIFY(labelsOfFile(*dataset, "images/a.jpg") == Names{"dog"});
        QCOMPARE(dataset->warnings.size(), std::size_t{1});
        QVERIFY(dataset->warnings[0].find("a.txt, line 2") != std::string::npos);
    }

    void csvGivesSeveralLabelsToAPhoto() {
        const Place place;
        place.photos({"a.jpg", "b, c.jpg"});
        place.write("labels.csv", "path,label\r\na.jpg,dog;beach\r\n\"b, c.jpg\",dog\r\nlost.jpg,cat\r\n");
        const auto dataset = readDataset(place.folder() / "labels.csv");
        QCOMPARE(dataset->layout, DatasetLayout::Csv);
        QVERIFY((labelsOfFile(*dataset, "a.jpg") == Names{"dog", "beach"}));
        QVERIFY(labelsOfFile(*dataset, "b, c.jpg") == Names{"dog"});
        QVERIFY(dataset->warnings.front().find("line 4") != std::string::npos);
    }

    void brokenLinesOfCsvAreNamed_data() {
        QTest::addColumn<QString>("line");
        QTest::newRow("three fields") << "a.jpg,dog,cat";
        QTest::newRow("no label") << "a.jpg,";
        QTest::newRow("open quotation mark") << "\"a.jpg,dog";
    }

    void brokenLinesOfCsvAreNamed() {
        QFETCH(QString, line);
        const Place place;
        place.photos({"a.jpg"});
        place.write("labels.csv", "path,label\na.jpg,dog\n" + line.toStdString() + "\n");
        verifyMalformed(place, "labels.csv, line 3");
    }

    void aFolderWithoutLabelsIsRefused() {
        const Place place;
        place.photos({"a.jpg"});
        QCOMPARE(readDataset(place.folder()).error().code, ErrorCode::DatasetInvalid);
        QCOMPARE(readDataset(place.folder() / "nowhere").error().code, ErrorCode::FolderNotFound);
    }

    void photosOfALibraryAreFoundByTheirFiles() {
        const Place place;
        place.photos({"cats/1.jpg", "dogs/2.jpg"});
        const auto dataset = readDataset(place.folder());
        Photo known;
        known.id = {42};
        known.file = place.folder() / "dogs/2.jpg";
        Photo other;
        other.id = {43};
        other.file = place.folder() / "dogs/other.jpg";
        const GroundTruth truth = labelsFromDataset(*dataset, 0, std::vector<Photo>{known, other});
        QCOMPARE(truth.labelsOfPhoto.size(), std::size_t{1});
        QVERIFY(truth.labelsOfPhoto.at({42}) == LabelSet{1});
    }

    void everyLayoutHasAName() {
        for (const DatasetLayout layout : allDatasetLayouts)
            QVERIFY(layoutFromName(layoutName(layout)) == layout);
        QVERIFY(!layoutFromName("nothing"));
    }
};

QTEST_APPLESS_MAIN(TestDataset)
#include "test_dataset.moc"
