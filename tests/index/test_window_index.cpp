// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/window_index.h"

#include "tests/hashing/random_codes.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <thread>

using namespace likeness;
using namespace likeness::testing;

namespace {

constexpr int bits = 100;

using Photos = std::map<PhotoId, WindowCodes>;

int bestDistance(const WindowCodes& codes, const HashCode& query) {
    int best = bits;
    for (std::size_t i = 0; i < codes.size(); ++i)
        best = std::min(best, hammingDistance(HashCode::fromWords(codes.code(i), bits), query));
    return best;
}

std::vector<PhotoDistance> naiveNearest(const Photos& photos, std::span<const HashCode> queries,
                                        std::size_t k) {
    std::vector<PhotoDistance> all;
    for (const auto& [photo, codes] : photos) {
        int distance = 0;
        for (const HashCode& query : queries)
            distance += bestDistance(codes, query);
        all.push_back({photo, distance});
    }
    std::ranges::stable_sort(all, {}, &PhotoDistance::distance);
    all.resize(std::min(k, all.size()));
    return all;
}

bool same(const WindowCodes& a, const WindowCodes& b) {
    return a.bits == b.bits && a.windows == b.windows && a.words == b.words;
}

/// Makes changes at random, to an index and to what it should hold.
class Changes {
public:
    void put(WindowIndex& index, Photos& expected) {
        std::vector<IndexedWindows> added;
        for (int i = 0; i < 20; ++i)
            added.push_back({{anyId_(random_)}, randomWindows(random_, bits, anyCount_(random_), 3)});
        index.put(added);
        for (const IndexedWindows& photo : added)
            if (photo.codes.size() > 0)
                expected.insert_or_assign(photo.photo, photo.codes);
            else
                expected.erase(photo.photo);
    }

    void remove(WindowIndex& index, Photos& expected) {
        std::vector<PhotoId> removed;
        for (int i = 0; i < 7; ++i)
            removed.push_back({anyId_(random_)});
        index.remove(removed);
        for (const PhotoId photo : removed)
            expected.erase(photo);
    }

    std::vector<HashCode> queries(int count) {
        std::vector<HashCode> queries;
        for (int i = 0; i < count; ++i)
            queries.push_back(randomCode(random_, bits));
        return queries;
    }

private:
    std::mt19937 random_{2};
    std::uniform_int_distribution<std::int64_t> anyId_{1, 120};
    std::uniform_int_distribution<int> anyCount_{0, 9};
};

} // namespace

class TestWindowIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyIndexAnswersNothing() {
        const WindowIndex index(bits);
        QCOMPARE(index.size(), std::size_t{0});
        QVERIFY(index.nearest(Changes().queries(1), 5).empty());
        QVERIFY(index.codesOf(std::vector<PhotoId>{{1}}).empty());
    }

    void afterAnyPutsAndRemovesItAgreesWithANaiveSearch() {
        WindowIndex index(bits);
        Photos expected;
        Changes changes;
        for (int round = 0; round < 60; ++round) {
            changes.put(index, expected);
            changes.remove(index, expected);
            QCOMPARE(index.size(), expected.size());
            for (const int boxes : {1, 3}) {
                const auto queries = changes.queries(boxes);
                QVERIFY(index.nearest(queries, 25) == naiveNearest(expected, queries, 25));
            }
        }
    }

    void afterAnyPutsAndRemovesItHandsOutTheCodesThatItHolds() {
        WindowIndex index(bits);
        Photos expected;
        Changes changes;
        for (int round = 0; round < 20; ++round) {
            changes.put(index, expected);
            changes.remove(index, expected);
            std::vector<PhotoId> all;
            for (std::int64_t id = 130; id > 0; --id)
                all.push_back({id});
            const auto codes = index.codesOf(all);
            QCOMPARE(codes.size(), expected.size());
            for (std::size_t i = 0; i < codes.size(); ++i) {
                QVERIFY(i == 0 || codes[i].photo < codes[i - 1].photo); // in the order asked for
                QVERIFY(same(codes[i].codes, expected.at(codes[i].photo)));
            }
        }
    }

    void photosAsNearAsEachOtherCountByTheirIds() {
        std::mt19937 random(3);
        const WindowCodes codes = randomWindows(random, bits, 4);
        WindowIndex index(bits);
        index.put(std::vector<IndexedWindows>{{{9}, codes}, {{2}, codes}, {{5}, codes}});
        const auto nearest = index.nearest(Changes().queries(2), 2);
        QVERIFY(nearest[0].photo == PhotoId{2} && nearest[1].photo == PhotoId{5});
    }

    void ofAPhotoThatIsPutTwiceTheLastCodesCount() {
        std::mt19937 random(4);
        const WindowCodes first = randomWindows(random, bits, 4);
        const WindowCodes last = randomWindows(random, bits, 2);
        WindowIndex index(bits);
        index.put(std::vector<IndexedWindows>{{{7}, first}, {{7}, last}});
        QCOMPARE(index.size(), std::size_t{1});
        QVERIFY(same(index.codesOf(std::vector<PhotoId>{{7}}).front().codes, last));
    }

    void searchesRunWhilePhotosArrive() {
        std::mt19937 random(5);
        WindowIndex index(bits);
        const auto queries = Changes().queries(1);
        WindowCodes best;
        best.add(0, queries.front());
        index.put(std::vector<IndexedWindows>{{{1}, best}});
        std::jthread reader([&index, &queries](const std::stop_token& stop) {
            while (!stop.stop_requested())
                if (index.nearest(queries, 3).front() != PhotoDistance{{1}, 0})
                    std::terminate();
        });
        for (std::int64_t id = 2; id < 800; ++id)
            index.put(std::vector<IndexedWindows>{{{id}, randomWindows(random, bits, 3)}});
        QCOMPARE(index.size(), std::size_t{799});
    }
};

QTEST_APPLESS_MAIN(TestWindowIndex)
#include "test_window_index.moc"
