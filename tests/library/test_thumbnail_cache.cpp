// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/thumbnail_cache.h"

#include <QtTest>
#include <fstream>
#include <memory>

using namespace likeness;

namespace {

Thumbnail thumbnailOf(std::int64_t photo, const FileStamp& stamp, std::size_t length) {
    return {PhotoId{photo}, stamp, Bytes(length, std::byte{7})};
}

} // namespace

class TestThumbnailCache : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> place_;
    std::filesystem::path library_;
    std::filesystem::path file_;

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<QTemporaryDir>();
        library_ = place_->filePath(QStringLiteral("a.likeness")).toStdString();
        file_ = library_.native() + "-thumbnails";
    }

    void whatIsPutIsFoundAlsoByTheNextOwner() {
        const std::vector both{thumbnailOf(1, {10, 20}, 5000), thumbnailOf(2, {11, 21}, 12'000)};
        {
            auto cache = ThumbnailCache::open(library_);
            QVERIFY(cache);
            QVERIFY(cache->put(both));
        }
        const auto cache = ThumbnailCache::open(library_);
        for (const Thumbnail& one : both)
            QVERIFY(cache->find(one.photo, one.stamp)->value() == one.jpeg);
        QVERIFY(!cache->find(PhotoId{3}, {10, 20})->has_value());
    }

    void aThumbnailOfAnOlderFileIsNotGiven() {
        auto cache = ThumbnailCache::open(library_);
        const std::vector old{thumbnailOf(1, {10, 20}, 5)};
        QVERIFY(cache->put(old));
        QVERIFY(!cache->find(PhotoId{1}, {10, 21})->has_value());
        const std::vector renewed{thumbnailOf(1, {10, 21}, 6)};
        QVERIFY(cache->put(renewed));
        QCOMPARE(cache->find(PhotoId{1}, {10, 21})->value().size(), 6U);
        QVERIFY(!cache->find(PhotoId{1}, {10, 20})->has_value());
    }

    void aDamagedCacheIsMadeAnew() {
        for (const std::string& content :
             {std::string(9000, 'x'), std::string("SQLite format 3\0 and more", 25)}) {
            std::ofstream(file_, std::ios::binary | std::ios::trunc) << content;
            auto cache = ThumbnailCache::open(library_);
            QVERIFY2(cache, cache ? "" : cache.error().text.c_str());
            const std::vector one{thumbnailOf(1, {10, 20}, 5)};
            QVERIFY(cache->put(one));
            QVERIFY(cache->find(PhotoId{1}, {10, 20})->has_value());
        }
    }

    void damageInsideIsReportedOnceAndThenTheCacheIsMadeAnew() {
        const std::vector one{thumbnailOf(1, {10, 20}, 100'000)};
        QVERIFY(ThumbnailCache::open(library_)->put(one));
        std::fstream stream(file_, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(4096);
        stream << std::string(4096, '\x7f');
        stream.close();
        QCOMPARE(ThumbnailCache::open(library_)->find(PhotoId{1}, {10, 20}).error().code,
                 ErrorCode::LibraryDamaged);
        auto cache = ThumbnailCache::open(library_);
        QVERIFY(cache->put(one));
        QVERIFY(cache->find(PhotoId{1}, {10, 20})->has_value());
    }

    void aWindowAndAnIndexerUseOneCacheSideBySide() {
        auto writer = ThumbnailCache::open(library_);
        const auto reader = ThumbnailCache::open(library_);
        const std::vector one{thumbnailOf(1, {10, 20}, 5)};
        QVERIFY(writer->put(one));
        QVERIFY(reader->find(PhotoId{1}, {10, 20})->has_value());
    }
};

QTEST_APPLESS_MAIN(TestThumbnailCache)
#include "test_thumbnail_cache.moc"
