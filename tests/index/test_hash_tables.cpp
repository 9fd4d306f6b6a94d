// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hash_tables.h"

#include "core/index/hamming_scan.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>

using namespace likeness;

namespace {

using Words = std::vector<std::uint64_t>;
using Rows = std::vector<std::uint32_t>;

Words randomWords(std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    Words words(count);
    std::ranges::generate(words, random);
    return words;
}

/// `count` codes of 128 bits around each of 20 random ones, each bit flipped with probability 1/16.
Words clusteredCodes(std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    Words codes;
    for (std::size_t cluster = 0; cluster < 20; ++cluster) {
        const Words centre = randomWords(2, static_cast<unsigned>(cluster));
        for (std::size_t i = 0; i < count * 2; ++i)
            codes.push_back(centre[i % 2] ^ (random() & random() & random() & random()));
    }
    return codes;
}

std::vector<std::uint16_t> distancesTo(const Words& codes, std::span<const std::uint64_t> query) {
    std::vector<std::uint16_t> distances(codes.size() / query.size());
    scanHamming(codes, query, distances);
    return distances;
}

/// Bits [first, first + count) of a code, read one by one.
std::uint32_t slowSlice(std::span<const std::uint64_t> code, std::size_t first, std::size_t count) {
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < count; ++i)
        key |= static_cast<std::uint32_t>(code[(first + i) / 64] >> ((first + i) % 64) & 1U) << i;
    return key;
}

} // namespace

class TestHashTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsASliceOfTheCode() {
        const Words codes = randomWords(3 * 50, 1);
        const HashTables tables(codes, 192, {.tables = 7, .keyBits = 13});
        for (std::size_t row = 0; row < 50; ++row)
            for (int table = 0; table < 7; ++table) {
                const auto code = std::span(codes).subspan(row * 3, 3);
                const auto first = static_cast<std::size_t>(192 * table / 7);
                QCOMPARE(tables.key(code, table), slowSlice(code, first, 13));
            }
    }

    void aBucketHoldsTheRowsOfItsKeyAndNoOthers() {
        const Words codes = clusteredCodes(30, 2);
        const HashTables tables(codes, 128, {.tables = 4, .keyBits = 8});
        for (int table = 0; table < tables.tables(); ++table)
            for (std::uint32_t key = 0; key < 256; ++key) {
                Rows expected;
                for (std::uint32_t row = 0; row < codes.size() / 2; ++row)
                    if (tables.key(std::span(codes).subspan(row * std::size_t{2}, 2), table) == key)
                        expected.push_back(row);
                const auto bucket = tables.bucket(table, key);
                QCOMPARE(Rows(bucket.begin(), bucket.end()), expected);
            }
    }

    void candidatesAreTheRowsWithANearKey() {
        const Words codes = clusteredCodes(20, 3);
        const HashTables tables(codes, 128, {.tables = 5, .keyBits = 12});
        for (int radius = 0; radius <= 3; ++radius) {
            const Words query = randomWords(2, 4);
            Rows expected;
            for (std::uint32_t row = 0; row < codes.size() / 2; ++row) {
                const auto code = std::span(codes).subspan(row * std::size_t{2}, 2);
                int nearest = 12;
                for (int table = 0; table < 5; ++table)
                    nearest =
                        std::min(nearest, std::popcount(tables.key(code, table) ^ tables.key(query, table)));
                if (nearest <= radius)
                    expected.push_back(row);
            }
            QCOMPARE(tables.candidates(query, radius), expected);
        }
    }

    void allCodesWithinTheGuaranteedDistanceAreFound() {
        const Words codes = clusteredCodes(50, 5);
        const HashTables tables(codes, 128, {.tables = 8, .keyBits = 16});
        for (std::size_t row = 0; row < codes.size() / 2; row += 37) {
            const auto query = std::span(codes).subspan(row * 2, 2);
            const auto distances = distancesTo(codes, query);
            const Rows found = tables.candidates(query, 1);
            for (std::uint32_t other = 0; other < distances.size(); ++other)
                if (distances[other] <= 2 * 8 - 1)
                    QVERIFY(std::ranges::binary_search(found, other));
        }
    }

    void probingFindsMoreOfTheNearestThanThePlainLookUpAndSkipsMostOthers() {
        const Words codes = clusteredCodes(100, 6);
        const HashTables tables(codes, 128, {.tables = 8, .keyBits = 16});
        double recall[2] = {0, 0};
        double share = 0;
        for (std::size_t row = 0; row < 2000; row += 20) {
            const auto query = std::span(codes).subspan(row * 2, 2);
            const auto distances = distancesTo(codes, query);
            Rows nearest(distances.size());
            std::iota(nearest.begin(), nearest.end(), 0U);
            std::ranges::stable_sort(nearest, {}, [&](std::uint32_t r) { return distances[r]; });
            for (int radius : {0, 1}) {
                const Rows found = tables.candidates(query, radius);
                const auto hits = std::count_if(nearest.begin(), nearest.begin() + 50, [&](std::uint32_t r) {
                    return std::ranges::binary_search(found, r);
                });
                recall[radius] += static_cast<double>(hits) / 50 / 100;
                share += radius == 1 ? static_cast<double>(found.size()) / 2000 / 100 : 0;
            }
        }
        QVERIFY2(recall[0] < recall[1] - 0.1, qPrintable(QString::number(recall[0])));
        QVERIFY2(recall[1] > 0.95, qPrintable(QString::number(recall[1])));
        QVERIFY2(share < 0.1, qPrintable(QString::number(share)));
    }
};

QTEST_APPLESS_MAIN(TestHashTables)
#include "test_hash_tables.moc"
