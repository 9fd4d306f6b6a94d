// SPDX-License-Identifier: GPL-3.0-or-later
// Which photos may be found: of a folder, with tags, of some days.
#include "core/library/tag_repository.h"
#include "core/search/search_engine.h"
#include "tests/quick_engine.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <set>

using namespace likeness;
using namespace likeness::testing;

namespace {

namespace fs = std::filesystem;

std::set<PhotoId> found(const Result<SearchResult>& result) {
    std::set<PhotoId> photos;
    for (const RankedPhoto& photo : result->photos)
        photos.insert(photo.photo);
    return photos;
}

} // namespace

class TestSearchFilter : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::unique_ptr<Backbone> backbone_;
    std::optional<Database> writer_;
    std::vector<Photo> photos_;
    fs::path folder_; // of the first photo

    Result<SearchResult> search(PhotoFilter filter, SearchMode mode = SearchMode::Whole,
                                Rerank rerank = Rerank::Expansion) {
        SearchEngine engine(samples_->database(), samples_->liveIndex(), samples_->recipe(), backbone_.get());
        SearchRequest request{photos_.back().id, 1000};
        request.mode = mode;
        request.rerank = rerank;
        if (mode != SearchMode::Whole)
            request.boxes = {{.3, .3, .4, .4}};
        request.filter = std::move(filter);
        return engine.search(request);
    }

    std::set<PhotoId> idsIn(const fs::path& folder) const {
        std::set<PhotoId> ids;
        for (const Photo& photo : photos_)
            if (photo.file.parent_path() == folder)
                ids.insert(photo.id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        auto opened = openBackbone(samples_->recipe()->pack(), quickEngine);
        QVERIFY(opened);
        backbone_ = std::move(opened->backbone);
        photos_ = *samples_->photos().photos();
        folder_ = photos_.front().file.parent_path();
        QVERIFY(photos_.back().file.parent_path() != folder_);
        writer_.emplace(*Database::open(samples_->file(), OpenMode::Write));
    }

    void inAFolderOnlyItsPhotosAreFound_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("whole") << static_cast<int>(SearchMode::Whole);
        QTest::newRow("region") << static_cast<int>(SearchMode::Region);
        QTest::newRow("part") << static_cast<int>(SearchMode::Part);
        QTest::newRow("fused") << static_cast<int>(SearchMode::Fused);
    }

    void inAFolderOnlyItsPhotosAreFound() {
        QFETCH(int, mode);
        PhotoFilter filter;
        filter.folder = folder_;
        const auto result = search(filter, static_cast<SearchMode>(mode));
        QVERIFY(result);
        QVERIFY(!idsIn(folder_).empty());
        QVERIFY(found(result) == idsIn(folder_));
    }

    /// By the query alone: expansion moves it towards the best of those that pass.
    void theOrderIsThatOfASearchOfAllPhotos() {
        PhotoFilter filter;
        filter.folder = folder_;
        const auto all = search({}, SearchMode::Whole, Rerank::Sum);
        std::vector<PhotoId> expected;
        for (const RankedPhoto& photo : all->photos)
            if (idsIn(folder_).contains(photo.photo))
                expected.push_back(photo.photo);
        std::vector<PhotoId> order;
        const auto filtered = search(filter, SearchMode::Whole, Rerank::Sum);
        for (const RankedPhoto& photo : filtered->photos)
            order.push_back(photo.photo);
        QVERIFY(order == expected);
    }

    void aFolderAboveTheLibrarysPassesAllAndAStrangeOneNone() {
        PhotoFilter above;
        above.folder = samplesFolder.parent_path();
        QCOMPARE(found(search(above)).size(), photos_.size() - 1);
        PhotoFilter beginning; // a folder's name that begins another's is not that folder
        beginning.folder = folder_.native().substr(0, folder_.native().size() - 1);
        QVERIFY(found(search(beginning)).empty());
    }

    void aTagStandsForThoseBelowIt() {
        const TagRepository tags(*writer_);
        QVERIFY(tags.add("Shelf/Top", std::vector{photos_[0].id, photos_[1].id}));
        QVERIFY(tags.add("Shelf", std::vector{photos_[2].id}));
        QVERIFY(tags.add("Shelves", std::vector{photos_[3].id}));
        QVERIFY(tags.add("new", std::vector{photos_[1].id, photos_[2].id}));
        const auto withTags = [this](std::vector<std::string> names) {
            PhotoFilter filter;
            filter.tags = std::move(names);
            return found(search(filter));
        };
        QVERIFY(withTags({"Shelf"}) == (std::set{photos_[0].id, photos_[1].id, photos_[2].id}));
        QVERIFY(withTags({"Shelf", "new"}) == (std::set{photos_[1].id, photos_[2].id}));
        QVERIFY(tags.remove("new", std::vector{photos_[2].id}));
        QVERIFY(withTags({"new"}) == std::set{photos_[1].id});
        QVERIFY(withTags({"nothing"}).empty());
    }

    void daysAreCountedFromTheFirstToTheLast() {
        writer_->handle().exec(
            "UPDATE photo SET taken_at = NULL; UPDATE photo SET taken_at = 100 * id WHERE id <= 5");
        PhotoFilter filter;
        filter.takenFrom = 200;
        QCOMPARE(found(search(filter)).size(), std::size_t{4});
        filter.takenBefore = 400;
        QVERIFY(found(search(filter)) == (std::set<PhotoId>{{2}, {3}}));
    }

    void aFolderIsLeftOut() {
        PhotoFilter filter;
        filter.notInFolder = folder_;
        const auto photos = found(search(filter));
        QCOMPARE(photos.size(), photos_.size() - 1 - idsIn(folder_).size()); // nor the query itself
        QVERIFY(std::ranges::none_of(idsIn(folder_), [&photos](PhotoId id) { return photos.contains(id); }));
        filter.notInFolder = "/elsewhere";
        QCOMPARE(found(search(filter)).size(), photos_.size() - 1);
    }

    void theOthersOfABurstAreLeftOut() {
        const auto set = [this](std::size_t photo, const char* values) {
            writer_->handle().exec(std::string("UPDATE photo SET ") + values +
                                   " WHERE id = " + std::to_string(photos_[photo].id.value));
        };
        set(0, "camera = 'X', taken_at = 1000");
        set(1, "camera = 'X', taken_at = 1020");
        set(2, "camera = 'Y', taken_at = 1000");
        PhotoFilter filter;
        filter.notOfBurst = {"X", 990, 1011};
        const auto photos = found(search(filter));
        QCOMPARE(photos.size(), photos_.size() - 2); // nor the query itself
        QVERIFY(!photos.contains(photos_[0].id));
        for (std::size_t photo = 0; photo < 3; ++photo)
            set(photo, "camera = '', taken_at = NULL");
    }
};

QTEST_GUILESS_MAIN(TestSearchFilter)
#include "test_search_filter.moc"
