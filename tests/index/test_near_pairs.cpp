// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/near_pairs.h"

#include "core/index/hamming_scan.h"

#include "tests/index/clustered_codes.h"

#include <QtTest>

#include <algorithm>

using namespace likeness;
using namespace likeness::testing;

namespace {

std::span<const std::uint64_t> codeAt(const CodeRows& codes, std::size_t row) {
    const std::size_t words = wordsForBits(codes.bits);
    return codes.words.subspan(row * words, words);
}

std::vector<NearPair> allAgainstAll(const CodeRows& codes, int radius) {
    std::vector<NearPair> pairs;
    std::vector<std::uint16_t> distances(codes.size());
    for (std::uint32_t first = 0; first < codes.size(); ++first) {
        scanHamming(codes.words, codeAt(codes, first), distances);
        for (std::uint32_t second = first + 1; second < codes.size(); ++second)
            if (distances[second] <= radius)
                pairs.push_back({first, second, distances[second]});
    }
    return pairs;
}

/// Clustered codes with a planted neighbour of each tenth.
std::vector<std::uint64_t> codesWithPairs(std::size_t count, std::size_t words) {
    std::vector<std::uint64_t> codes =
        withPlantedPairs({.words = words, .clusters = count / 5}, count, count / 10, 12);
    std::ranges::copy(std::vector(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(words * 4)),
                      codes.end() - static_cast<std::ptrdiff_t>(words * 4)); // equal ones as well
    return codes;
}

} // namespace

class TestNearPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePairsAreThoseOfComparingAllWithAll() {
        for (const std::size_t words : {1U, 2U, 4U}) {
            const auto all = codesWithPairs(3'000, words);
            const CodeRows codes{all, static_cast<int>(words * 64)};
            for (const int radius : {0, 1, 5, 10, 40})
                QVERIFY(nearPairs(codes, radius) == allAgainstAll(codes, radius));
        }
    }

    void threadsFindTheSamePairs() {
        const auto all = codesWithPairs(10'000, 4);
        const CodeRows codes{all, 256};
        WorkerPool pool(3);
        const auto pairs = nearPairs(codes, 10, {.pool = &pool});
        QVERIFY(pairs.size() > 500);
        QVERIFY(pairs == allAgainstAll(codes, 10));
    }

    void codesThatAreAllEqualArePairsOfEachOther() {
        const std::vector<std::uint64_t> equal(4 * 100, 9);
        QCOMPARE(nearPairs({equal, 256}, 3).size(), std::size_t{100 * 99 / 2});
        QVERIFY(nearPairs({std::span(equal).first(4), 256}, 3).empty());
        QVERIFY(nearPairs({{}, 256}, 3).empty());
    }

    void theNeighboursOfOneCodeAreAllThatAreNear() {
        const auto all = codesWithPairs(3'000, 4);
        const CodeRows codes{all, 256};
        const HashTables tables(all, 256, {.tables = 11, .keyBits = 16});
        for (std::size_t row = 0; row < codes.size(); row += 301) {
            const HashCode query = HashCode::fromWords(codeAt(codes, row), 256);
            for (const int radius : {0, 10, 11, 25}) {
                auto expected = nearestCodes(codes, query, codes.size());
                std::erase_if(expected, [&](const Neighbour& one) { return one.distance > radius; });
                QVERIFY(rowsWithin(tables, codes, query, radius) == expected);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestNearPairs)
#include "test_near_pairs.moc"
