// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_scan.h"
#include "core/index/top_k.h"

#include <QtTest>

#include <algorithm>
#include <bitset>
#include <random>

using namespace likeness;

namespace {

std::vector<std::uint64_t> randomWords(std::size_t count, std::mt19937_64& random) {
    std::vector<std::uint64_t> words(count);
    std::ranges::generate(words, std::ref(random));
    return words;
}

/// The definition, bit by bit.
int naiveDistance(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    std::size_t distance = 0;
    for (std::size_t i = 0; i < words; ++i)
        distance += std::bitset<64>(a[i] ^ b[i]).count();
    return static_cast<int>(distance);
}

std::vector<Neighbour> naiveNearest(std::span<const std::uint16_t> distances, std::size_t k) {
    std::vector<Neighbour> all;
    for (std::uint32_t row = 0; row < distances.size(); ++row)
        all.push_back({row, distances[row]});
    std::ranges::stable_sort(all, {}, &Neighbour::distance);
    all.resize(std::min(k, all.size()));
    return all;
}

} // namespace

class TestHammingScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLengthAndOddCountAgreesWithTheDefinition() {
        std::mt19937_64 random(1);
        for (std::size_t words = 1; words <= 16; ++words)
            for (std::size_t count : {0U, 1U, 2U, 3U, 7U, 64U, 129U}) {
                const auto codes = randomWords(words * count, random);
                const auto query = randomWords(words, random);
                std::vector<std::uint16_t> distances(count);
                scanHamming(codes, query, distances);
                for (std::size_t i = 0; i < count; ++i)
                    QCOMPARE(int{distances[i]}, naiveDistance(&codes[i * words], query.data(), words));
            }
    }

    void extremeDistancesAreReached() {
        const std::vector<std::uint64_t> codes{0, 0, ~0ULL, ~0ULL};
        const std::vector<std::uint64_t> query{0, 0};
        std::vector<std::uint16_t> distances(2);
        scanHamming(codes, query, distances);
        QCOMPARE(distances, (std::vector<std::uint16_t>{0, 128}));
    }

    void countingFindsWhatSortingFinds() {
        std::mt19937 random(2);
        for (int maxDistance : {1, 3, 64, 256}) {
            std::uniform_int_distribution<int> distance(0, maxDistance);
            for (std::size_t count : {0U, 1U, 2U, 10U, 100U, 1001U}) {
                std::vector<std::uint16_t> distances(count);
                for (auto& d : distances)
                    d = static_cast<std::uint16_t>(distance(random));
                for (std::size_t k : {0U, 1U, 2U, 9U, 100U, 1000U, 5000U})
                    QVERIFY(nearestByCounting(distances, maxDistance, k) == naiveNearest(distances, k));
            }
        }
    }

    void tiesGoToTheLowerRow() {
        const std::vector<std::uint16_t> distances{5, 2, 2, 5, 2};
        const std::vector<Neighbour> expected{{1, 2}, {2, 2}};
        QVERIFY(nearestByCounting(distances, 8, 2) == expected);
    }
};

QTEST_APPLESS_MAIN(TestHammingScan)
#include "test_hamming_scan.moc"
