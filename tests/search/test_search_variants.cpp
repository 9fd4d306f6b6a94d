// SPDX-License-Identifier: GPL-3.0-or-later
// Mirrored and turned queries, several photos, layouts of spots, and why photos are alike, by the real
// network.
#include "core/search/search_engine.h"
#include "tests/image/test_photos.h"
#include "tests/quick_engine.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace likeness;
using namespace likeness::testing;

namespace {

namespace fs = std::filesystem;

const fs::path edited = LIKENESS_SOURCE_DIR "/resources/samples-made/edited";

constexpr int sceneWidth = 900;
constexpr int sceneHeight = 600;
constexpr int itemSide = 240;

/// A grey scene with photos in it, each cut to a square at its place, left and top in pixels.
class Scene {
public:
    Scene() { image_.rgb.assign(std::size_t{3} * sceneWidth * sceneHeight, 128); }

    void paste(const char* sample, int left, int top) {
        const auto photo = Decoder().decodeForNetwork(samplesFolder / sample, itemSide);
        const Image& item = photo->image;
        for (int y = 0; y < std::min(itemSide, item.height); ++y)
            for (int x = 0; x < std::min(itemSide, item.width) * 3; ++x) {
                const int to = ((top + y) * sceneWidth + left) * 3 + x;
                const int from = y * item.width * 3 + x;
                image_.rgb[static_cast<std::size_t>(to)] = item.rgb[static_cast<std::size_t>(from)];
            }
    }
    const Image& image() const { return image_; }

private:
    Image image_{sceneWidth, sceneHeight, {}};
};

Rectangle placeOfItem(int left, int top) {
    return {static_cast<double>(left) / sceneWidth, static_cast<double>(top) / sceneHeight,
            static_cast<double>(itemSide) / sceneWidth, static_cast<double>(itemSide) / sceneHeight};
}

struct Pair {
    const char* name;
    const char* first;
    const char* second;
};

constexpr std::array pairs{Pair{"shoes and hat", "shoes/shoes-6.jpg", "hat/hat-1.jpg"},
                           Pair{"dress and shorts", "dress/dress-3.jpg", "shorts/shorts-8.jpg"},
                           Pair{"t-shirt and pants", "t-shirt/t-shirt-1.jpg", "pants/pants-2.jpg"},
                           Pair{"skirt and longsleeve", "skirt/skirt-6.jpg", "longsleeve/longsleeve-2.jpg"}};

/// Both items at these heights, side by side.
Image sideBySide(const char* left, const char* right, int x, int y) {
    Scene scene;
    scene.paste(left, x, y);
    scene.paste(right, x + itemSide + 60, y);
    return scene.image();
}

} // namespace

class TestSearchVariants : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::unique_ptr<Backbone> backbone_;
    std::unique_ptr<SearchEngine> engine_;

    PhotoId idOf(const char* sample) const {
        return (*samples_->photos().photoOfFile(samplesFolder / sample))->id;
    }
    SearchEngine engine(const IndexedFolder& library) const {
        return {library.database(), library.liveIndex(), library.recipe(), backbone_.get()};
    }
    RankedPhoto find(const SearchRequest& request, PhotoId photo) const {
        const auto result = engine_->search(request);
        if (!result)
            return {};
        const auto found = std::ranges::find(result->photos, photo, &RankedPhoto::photo);
        return found == result->photos.end() ? RankedPhoto() : *found;
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        auto opened = openBackbone(samples_->recipe()->pack(), quickEngine);
        QVERIFY(opened);
        backbone_ = std::move(opened->backbone);
        engine_ = std::make_unique<SearchEngine>(samples_->database(), samples_->liveIndex(),
                                                 samples_->recipe(), backbone_.get());
    }

    void aQueryInAnotherOrientationFindsItsOriginalFirst_data() {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("original");
        QTest::addColumn<bool>("mirrored");
        for (const auto& [name, sample] : {std::pair{"dress-3", "dress/dress-3.jpg"},
                                           {"hat-5", "hat/hat-5.jpg"},
                                           {"shirt-7", "shirt/shirt-7.jpg"}})
            for (const char* way : {"mirrored", "rotated90"})
                QTest::addRow("%s %s", name, way)
                    << QStringLiteral("%1.%2.made-edit.jpg").arg(QLatin1String(name), QLatin1String(way))
                    << QString::fromUtf8(sample) << (way[0] == 'm');
    }

    void aQueryInAnotherOrientationFindsItsOriginalFirst() {
        QFETCH(QString, edit);
        QFETCH(QString, original);
        QFETCH(bool, mirrored);
        const PhotoId wanted = idOf(original.toUtf8().constData());
        for (const auto mode : {SearchMode::Whole, SearchMode::Region}) {
            SearchRequest plain{edited / edit.toStdString()};
            plain.mode = mode;
            SearchRequest turned = plain;
            (mirrored ? turned.mirrored : turned.rotated) = true;
            QCOMPARE(engine_->search(turned)->photos.front().photo, wanted);
            QVERIFY(find(turned, wanted).score > find(plain, wanted).score);
        }
    }

    void placesOfAMirroredQueryLieOnThePhotoFound() {
        // The left edge of the mirrored photo is the right one of the photo in the library.
        SearchRequest request{edited / "shirt-7.mirrored.made-edit.jpg"};
        request.mode = SearchMode::Part;
        request.mirrored = true;
        request.boxes = {{0.15, 0.35, 0.2, 0.2}};
        const RankedPhoto found = find(request, idOf("shirt/shirt-7.jpg"));
        QVERIFY(found.matches.front().place.centre().x > 0.5);
        request.mirrored = false;
        QVERIFY(find(request, idOf("shirt/shirt-7.jpg")).score < found.score);
    }

    void spotsInTheRightLayoutBeatAWrongOne_data() {
        QTest::addColumn<int>("pair");
        for (std::size_t i = 0; i < pairs.size(); ++i)
            QTest::addRow("%s", pairs[i].name) << static_cast<int>(i);
    }

    void spotsInTheRightLayoutBeatAWrongOne() {
        QFETCH(int, pair);
        const auto [name, first, second] = pairs[static_cast<std::size_t>(pair)];
        QTemporaryDir home;
        const fs::path folder = home.path().toStdString();
        test::save(test::vipsOf(sideBySide(first, second, 280, 300)), folder / "right.png");
        test::save(test::vipsOf(sideBySide(second, first, 280, 300)), folder / "wrong.png");
        const IndexedFolder library(folder);
        QVERIFY2(library.error().empty(), library.error().c_str());

        SearchRequest request{sideBySide(first, second, 60, 40)};
        request.mode = SearchMode::Part;
        request.boxes = {placeOfItem(60, 40), placeOfItem(60 + itemSide + 60, 40)};
        const auto result = engine(library).search(request);
        QVERIFY(result.ok());
        const RankedPhoto& best = result->photos.front();
        QCOMPARE(best.photo, (*library.photos().photoOfFile(folder / "right.png"))->id);
        QVERIFY(best.score > result->photos.at(1).score + 0.01);
        QCOMPARE(best.matches.size(), std::size_t{2});
        QVERIFY(best.matches[0].place.centre().x < best.matches[1].place.centre().x);
    }

    void severalPhotosAreNotAmongTheirOwnResults() {
        SearchRequest request{idOf("hat/hat-1.jpg"), 100};
        request.alsoLike = {idOf("hat/hat-2.jpg"), samplesFolder / "hat/hat-3.jpg"};
        request.unlike = {idOf("shoes/shoes-1.jpg")};
        for (const auto combination : {Combination::Mean, Combination::Best}) {
            request.combination = combination;
            QCOMPARE(engine_->search(request)->photos.size(), std::size_t{76});
        }
    }

    void theBestOfSeveralPhotosIsTheLargerOfTheirScores() {
        const SearchRequest hat{idOf("hat/hat-1.jpg")};
        const SearchRequest shoe{idOf("shoes/shoes-1.jpg")};
        SearchRequest both = hat;
        both.alsoLike = {shoe.query};
        both.combination = Combination::Best;
        for (const char* sample : {"hat/hat-4.jpg", "shoes/shoes-5.jpg", "dress/dress-2.jpg"}) {
            const PhotoId photo = idOf(sample);
            QVERIFY(std::abs(find(both, photo).score -
                             std::max(find(hat, photo).score, find(shoe, photo).score)) < 1e-6);
        }
    }

    void whatIsNotWantedFalls() {
        SearchRequest request{idOf("shirt/shirt-1.jpg")};
        const PhotoId unwanted = engine_->search(request)->photos.front().photo;
        const PhotoId next = engine_->search(request)->photos.at(1).photo;
        const double before = find(request, next).score;
        request.unlike = {next};
        QCOMPARE(find(request, next).score, 0.0); // not among the results
        request.unlike = {unwanted};
        QVERIFY(find(request, next).score < before);
    }

    void theSharesOfTheCellsSumUpToTheCosine() {
        SearchRequest request{idOf("hat/hat-1.jpg")};
        request.rerank = Rerank::Cosine;
        for (const char* sample : {"hat/hat-2.jpg", "shoes/shoes-1.jpg"}) {
            const PhotoId photo = idOf(sample);
            const auto shares = engine_->explain(request, photo);
            QVERIFY(shares.ok());
            QCOMPARE(shares->shares.size(), static_cast<std::size_t>(shares->width * shares->height));
            QCOMPARE(shares->width, samples_->recipe()->pack().stride32.width);
            const double sum = std::accumulate(shares->shares.begin(), shares->shares.end(), 0.0);
            QVERIFY(std::abs(sum - find(request, photo).score) < 0.02);
        }
        QCOMPARE(engine_->explain(request, {1'000'000}).error().code, ErrorCode::PhotoUnknown);
    }
};

QTEST_GUILESS_MAIN(TestSearchVariants)
#include "test_search_variants.moc"
