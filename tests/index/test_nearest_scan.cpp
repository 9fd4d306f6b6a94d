// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/nearest_scan.h"

#include "tests/index/clustered_codes.h"

#include <QtTest>

#include <algorithm>
#include <thread>

using namespace likeness;
using namespace likeness::testing;

namespace {

std::vector<Neighbour> sorted(std::vector<Neighbour> all, std::size_t k) {
    std::ranges::stable_sort(all, {}, &Neighbour::distance);
    all.resize(std::min(k, all.size()));
    return all;
}

bool isSet(std::span<const std::uint64_t> rows, std::size_t row) {
    return rows.empty() || (rows[row / 64] >> (row % 64) & 1U) != 0;
}

std::vector<Neighbour> naiveNearest(const CodeRows& codes, const HashCode& query, std::size_t k,
                                    std::span<const std::uint64_t> rows = {}) {
    const std::size_t words = query.words().size();
    std::vector<Neighbour> all;
    for (std::size_t row = 0; row < codes.size(); ++row)
        if (isSet(rows, row))
            all.push_back({static_cast<std::uint32_t>(row),
                           hammingDistance(codes.words.subspan(row * words, words), query.words())});
    return sorted(std::move(all), k);
}

std::vector<HashCode> asCodes(std::span<const std::uint64_t> words, int bits) {
    std::vector<HashCode> codes;
    const std::size_t each = wordsForBits(bits);
    for (std::size_t i = 0; i < words.size(); i += each)
        codes.push_back(HashCode::fromWords(words.subspan(i, each), bits));
    return codes;
}

/// A bitmap of rows of which one in `everyth` is set, in runs that leave whole words empty.
std::vector<std::uint64_t> someRows(std::size_t count, std::size_t everyth) {
    std::mt19937_64 random(7);
    std::vector<std::uint64_t> rows((count + 63) / 64);
    for (std::size_t row = 0; row < count; ++row)
        if (row / 200 % 3 != 0 && random() % everyth == 0)
            rows[row / 64] |= std::uint64_t{1} << (row % 64);
    return rows;
}

/// Window codes of photos with 1 to 64 windows each.
struct Windows {
    Windows(std::size_t photos, std::size_t wordsEach, unsigned seed) {
        std::mt19937_64 random(seed);
        while (starts.size() <= photos)
            starts.push_back(starts.back() + 1 + random() % 64);
        words = ClusteredCodes({.words = wordsEach, .clusters = 50, .seed = seed}).next(starts.back());
        rows = {{words, static_cast<int>(wordsEach * 64)}, starts};
    }

    std::vector<Neighbour> naiveNearest(std::span<const HashCode> queries, std::size_t k,
                                        std::span<const std::uint64_t> allowed) const {
        const std::size_t each = queries.front().words().size();
        std::vector<Neighbour> all;
        for (std::uint32_t row = 0; row + 1 < starts.size(); ++row) {
            int sum = 0;
            for (const HashCode& query : queries) {
                int best = rows.codes.bits;
                for (std::size_t i = starts[row]; i < starts[row + 1]; ++i)
                    best = std::min(best,
                                    hammingDistance(std::span(words).subspan(i * each, each), query.words()));
                sum += best;
            }
            if (isSet(allowed, row))
                all.push_back({row, sum});
        }
        return sorted(std::move(all), k);
    }

    std::vector<std::size_t> starts{0};
    std::vector<std::uint64_t> words;
    WindowRows rows;
};

} // namespace

class TestNearestScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFindsWhatSortingAllDistancesFinds() {
        for (const int bits : {64, 128, 192, 256, 1024})
            for (const std::size_t count : {1U, 2U, 63U, 64U, 65U, 1000U, 1023U, 1025U, 5000U}) {
                const auto words =
                    ClusteredCodes({.words = wordsForBits(bits), .clusters = 20}).next(count + 1);
                const auto query = asCodes(std::span(words).last(wordsForBits(bits)), bits).front();
                const CodeRows codes{std::span(words).first(count * wordsForBits(bits)), bits};
                for (const HammingKernels* kernels : availableKernels())
                    for (const std::size_t k : {0U, 1U, 10U, 100U, 6000U})
                        QVERIFY(nearestCodes(codes, query, k, {.kernels = *kernels}) ==
                                naiveNearest(codes, query, k));
            }
    }

    void codesThatAreAllEqualComeByRow() {
        const std::vector<std::uint64_t> words(20'000, 5);
        const auto nearest =
            nearestCodes({words, 64}, asCodes(std::vector<std::uint64_t>{7}, 64).front(), 300);
        QCOMPARE(nearest.size(), std::size_t{300});
        for (std::uint32_t row = 0; row < 300; ++row)
            QVERIFY((nearest[row] == Neighbour{row, 1}));
    }

    void codesThatComeNearerAndNearerAreAllConsidered() {
        std::vector<std::uint64_t> words;
        for (int i = 0; i < 64 * 500; ++i)
            words.push_back(~std::uint64_t{0} >> (i / 500));
        const auto query = asCodes(std::vector<std::uint64_t>{0}, 64).front();
        const CodeRows codes{words, 64};
        for (const std::size_t k : {1U, 20U, 700U, 31'999U})
            QVERIFY(nearestCodes(codes, query, k) == naiveNearest(codes, query, k));
    }

    void threadsFindWhatOneFinds() {
        const auto words = ClusteredCodes({.words = 4, .clusters = 300}).next(300'000);
        const CodeRows codes{words, 256};
        const auto queries = asCodes(ClusteredCodes({.words = 4, .clusters = 300, .seed = 1}).next(5), 256);
        for (const unsigned threads : {1U, 2U, 5U}) {
            WorkerPool pool(threads);
            for (const HashCode& query : queries)
                QVERIFY(nearestCodes(codes, query, 100, {.pool = &pool}) == nearestCodes(codes, query, 100));
        }
        QVERIFY(nearestCodes(codes, queries[0], 100) == naiveNearest(codes, queries[0], 100));
    }

    void searchesShareTheThreadsOfAPool() {
        const auto words = ClusteredCodes({.words = 4, .clusters = 300}).next(100'000);
        const CodeRows codes{words, 256};
        const auto queries = asCodes(ClusteredCodes({.words = 4, .clusters = 300}).next(4), 256);
        WorkerPool pool(3);
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> searchers;
            for (const HashCode& query : queries)
                searchers.emplace_back([&] {
                    const auto expected = nearestCodes(codes, query, 50);
                    for (int i = 0; i < 10; ++i)
                        wrong += nearestCodes(codes, query, 50, {.pool = &pool}) == expected ? 0 : 1;
                });
        }
        QCOMPARE(wrong.load(), 0);
    }

    void aBitmapLeavesRowsOut() {
        const auto words = ClusteredCodes({.words = 4, .clusters = 30}).next(5'001);
        const auto query = asCodes(std::span(words).last(4), 256).front();
        const CodeRows codes{std::span(words).first(4 * 5'000), 256};
        for (const std::size_t everyth : {1U, 3U, 100U, 2000U}) {
            const auto rows = someRows(5'000, everyth);
            for (const HammingKernels* kernels : availableKernels())
                QVERIFY(nearestCodes(codes, query, 40, {.rows = rows, .kernels = *kernels}) ==
                        naiveNearest(codes, query, 40, rows));
        }
        QVERIFY(nearestCodes(codes, query, 40, {.rows = std::vector<std::uint64_t>(80)}).empty());
    }

    void aBatchFindsWhatEachQueryFinds() {
        for (const std::size_t wordsEach : {1U, 3U, 4U, 16U}) {
            const int bits = static_cast<int>(wordsEach * 64);
            const auto words = ClusteredCodes({.words = wordsEach, .clusters = 100}).next(3'333);
            const auto rows = someRows(3'333, 4);
            const CodeRows codes{words, bits};
            for (const std::size_t count : {0U, 1U, 2U, 5U, 131U}) {
                const auto queries = asCodes(
                    ClusteredCodes({.words = wordsEach, .clusters = 100, .seed = 3}).next(count), bits);
                for (const HammingKernels* kernels : availableKernels()) {
                    const auto found =
                        nearestCodesOfEach(codes, queries, 30, {.rows = rows, .kernels = *kernels});
                    QCOMPARE(found.size(), count);
                    for (std::size_t q = 0; q < count; ++q)
                        QVERIFY(found[q] == naiveNearest(codes, queries[q], 30, rows));
                }
            }
        }
    }

    void photosCountByTheirBestWindows() {
        WorkerPool pool(3);
        for (const std::size_t wordsEach : {2U, 4U}) {
            const Windows windows(3'000, wordsEach, 11);
            const auto queries =
                asCodes(ClusteredCodes({.words = wordsEach, .clusters = 50, .seed = 11}).next(6),
                        static_cast<int>(wordsEach * 64));
            const auto some = someRows(3'000, 2);
            for (const std::size_t count : {1U, 2U, 6U})
                for (const auto& rows : {std::vector<std::uint64_t>{}, some})
                    for (const HammingKernels* kernels : availableKernels()) {
                        const auto asked = std::span(queries).first(count);
                        QVERIFY(nearestWindows(windows.rows, asked, 70,
                                               {.pool = &pool, .rows = rows, .kernels = *kernels}) ==
                                windows.naiveNearest(asked, 70, rows));
                    }
        }
    }

    void whereThereIsNothingNothingIsFound() {
        const auto query = asCodes(std::vector<std::uint64_t>(4), 256);
        QVERIFY(nearestCodes({{}, 256}, query[0], 10).empty());
        QVERIFY(nearestWindows({{{}, 256}, {}}, query, 10).empty());
        QVERIFY(nearestWindows(Windows(5, 4, 1).rows, {}, 10).empty());
    }
};

QTEST_APPLESS_MAIN(TestNearestScan)
#include "test_nearest_scan.moc"
