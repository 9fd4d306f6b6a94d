// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/live_index.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <thread>

using namespace likeness;

namespace {

constexpr int bits = 100;

HashCode randomCode(std::mt19937& random) {
    std::normal_distribution<float> normal;
    std::vector<float> values(bits);
    for (float& value : values)
        value = normal(random);
    return HashCode::fromSigns(values);
}

HashCode withFlippedBits(const HashCode& code, int count, std::mt19937& random) {
    std::vector<int> order(static_cast<std::size_t>(code.bits()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, random);
    std::vector<std::uint64_t> words(code.words().begin(), code.words().end());
    for (const int bit : std::span(order).first(static_cast<std::size_t>(count)))
        words[static_cast<std::size_t>(bit) / 64] ^= std::uint64_t{1} << (bit % 64);
    return HashCode::fromWords(words, code.bits());
}

std::vector<PhotoDistance> naiveNearest(const std::map<PhotoId, HashCode>& photos, const HashCode& query,
                                        std::size_t k) {
    std::vector<PhotoDistance> all;
    for (const auto& [photo, code] : photos)
        all.push_back({photo, hammingDistance(code, query)});
    std::ranges::stable_sort(all, {}, &PhotoDistance::distance);
    all.resize(std::min(k, all.size()));
    return all;
}

} // namespace

class TestLiveIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyIndexAnswersNothing() {
        std::mt19937 random(1);
        const LiveIndex index(bits);
        QCOMPARE(index.size(), std::size_t{0});
        QVERIFY(index.nearest(randomCode(random), 5).empty());
    }

    void afterAnyPutsAndRemovesItAgreesWithANaiveSearch() {
        std::mt19937 random(2);
        std::uniform_int_distribution<std::int64_t> anyId(1, 300);
        LiveIndex index(bits);
        std::map<PhotoId, HashCode> expected;
        for (int round = 0; round < 60; ++round) {
            std::vector<IndexedCode> added;
            for (int i = 0; i < 20; ++i)
                added.push_back({{anyId(random)}, randomCode(random)});
            std::vector<PhotoId> removed;
            for (int i = 0; i < 7; ++i)
                removed.push_back({anyId(random)});
            index.put(added);
            for (const auto& [photo, code] : added)
                expected.insert_or_assign(photo, code);
            index.remove(removed);
            for (PhotoId photo : removed)
                expected.erase(photo);
            const HashCode query = randomCode(random);
            QCOMPARE(index.size(), expected.size());
            QVERIFY(index.nearest(query, 25) == naiveNearest(expected, query, 25));
        }
    }

    void bucketsFindEveryPhotoThatDiffersInFewerBitsThanThereAreTables() {
        std::mt19937 random(5);
        LiveIndex index(bits);
        const HashCode query = randomCode(random);
        std::vector<IndexedCode> photos;
        for (std::int64_t id = 1; id <= 500; ++id)
            photos.push_back({{id}, randomCode(random)});
        for (int differing = 0; differing < 8; ++differing)
            photos.push_back({{1000 + differing}, withFlippedBits(query, differing, random)});
        index.put(photos);
        const auto found = index.nearestInBuckets(query, 8);
        QCOMPARE(found.size(), std::size_t{8});
        for (int differing = 0; differing < 8; ++differing)
            QVERIFY(found[static_cast<std::size_t>(differing)] ==
                    (PhotoDistance{{1000 + differing}, differing}));
    }

    void bucketsKnowWhatCameAndWentSinceTheLastSearch() {
        std::mt19937 random(6);
        LiveIndex index(bits);
        const HashCode code = randomCode(random);
        QVERIFY(index.nearestInBuckets(code, 5).empty());
        index.put(std::vector<IndexedCode>{{{4}, code}});
        QVERIFY(index.nearestInBuckets(code, 5) == (std::vector<PhotoDistance>{{{4}, 0}}));
        index.remove(std::vector<PhotoId>{{4}});
        QVERIFY(index.nearestInBuckets(code, 5).empty());
    }

    void amongSomePhotosOnlyTheseAreFound() {
        std::mt19937 random(5);
        LiveIndex index(bits);
        std::map<PhotoId, HashCode> inFolder;
        std::vector<PhotoId> folder;
        std::vector<IndexedCode> all;
        for (std::int64_t id = 1; id <= 500; ++id) {
            all.push_back({{id}, randomCode(random)});
            if (id % 7 == 3) {
                inFolder.emplace(PhotoId{id}, all.back().code);
                folder.push_back({id});
            }
        }
        index.put(all);
        folder.push_back({5000}); // isn't in the index
        const HashCode query = randomCode(random);
        QVERIFY(index.nearestAmong(folder, query, 20) == naiveNearest(inFolder, query, 20));
        QVERIFY(index.nearestAmong({}, query, 20).empty());
    }

    void severalQueriesAtOnceFindWhatTheyFindAlone() {
        std::mt19937 random(6);
        LiveIndex index(bits);
        std::vector<IndexedCode> all;
        for (std::int64_t id = 1; id <= 700; ++id)
            all.push_back({{id}, randomCode(random)});
        index.put(all);
        std::vector<HashCode> queries;
        for (int i = 0; i < 150; ++i)
            queries.push_back(randomCode(random));
        const auto found = index.nearestOfEach(queries, 9);
        QCOMPARE(found.size(), queries.size());
        for (std::size_t i = 0; i < queries.size(); ++i)
            QVERIFY(found[i] == index.nearest(queries[i], 9));
    }

    void codesAreHandedOutAsTheyWerePut() {
        std::mt19937 random(4);
        LiveIndex index(bits);
        const std::vector<IndexedCode> put{{{7}, randomCode(random)}, {{3}, randomCode(random)}};
        index.put(put);
        const std::vector<PhotoId> asked{{3}, {5}, {7}};
        const auto codes = index.codesOf(asked);
        QCOMPARE(codes.size(), std::size_t{2});
        QVERIFY(codes[0].photo == PhotoId{3} && codes[0].code == put[1].code);
        QVERIFY(codes[1].photo == PhotoId{7} && codes[1].code == put[0].code);
    }

    void searchesRunWhilePhotosArrive() {
        std::mt19937 random(3);
        LiveIndex index(bits);
        const HashCode query = randomCode(random);
        index.put(std::vector<IndexedCode>{{{1}, query}});
        std::jthread reader([&index, &query](const std::stop_token& stop) {
            while (!stop.stop_requested())
                if (index.nearest(query, 3).front() != PhotoDistance{{1}, 0})
                    std::terminate();
        });
        for (std::int64_t id = 2; id < 2000; ++id)
            index.put(std::vector<IndexedCode>{{{id}, randomCode(random)}});
        QCOMPARE(index.size(), std::size_t{1999});
    }
};

QTEST_APPLESS_MAIN(TestLiveIndex)
#include "test_live_index.moc"
