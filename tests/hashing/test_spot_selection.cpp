// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/spot_selection.h"

#include "tests/hashing/random_codes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace likeness;
using namespace likeness::testing;

namespace {

constexpr int bits = 64;

std::vector<double> randomSaliency(std::mt19937& random, std::size_t count) {
    std::uniform_real_distribution<double> anyValue(0, 255);
    std::vector<double> saliency(count);
    for (double& value : saliency)
        value = anyValue(random);
    return saliency;
}

bool same(const WindowCodes& a, const WindowCodes& b) {
    return a.bits == b.bits && a.windows == b.windows && a.words == b.words;
}

/// By the definition: in each round, every window is compared with all that are kept.
std::set<std::uint16_t> naiveSelection(const WindowCodes& all, std::span<const double> saliency,
                                       std::size_t most) {
    std::vector<std::size_t> kept;
    while (kept.size() < std::min(most, all.size())) {
        double best = -1;
        std::size_t next = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (std::ranges::find(kept, i) != kept.end())
                continue;
            int nearest = bits;
            for (const std::size_t other : kept)
                nearest = std::min(nearest, hammingDistance(HashCode::fromWords(all.code(i), bits),
                                                            HashCode::fromWords(all.code(other), bits)));
            const double value = std::pow(saliency[i], 0.7) * 2 * nearest / bits;
            if (value > best) {
                best = value;
                next = i;
            }
        }
        kept.push_back(next);
    }
    std::set<std::uint16_t> windows;
    for (const std::size_t i : kept)
        windows.insert(all.windows[i]);
    return windows;
}

} // namespace

class TestSpotSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asManyAsAskedAreKeptEachOnceWithItsOwnCode() {
        std::mt19937 random(1);
        const WindowCodes all = randomWindows(random, bits, 275, 2);
        const WindowCodes spots = selectSpots(all, randomSaliency(random, 275));
        QCOMPARE(spots.size(), mostSpots);
        QCOMPARE(spots.bits, bits);
        for (std::size_t i = 0; i < spots.size(); ++i) {
            QVERIFY(i == 0 || spots.windows[i - 1] < spots.windows[i]);
            QVERIFY(std::ranges::equal(spots.code(i), all.code(spots.windows[i] / 2U)));
        }
    }

    void theSelectionIsTheOneThatItsDefinitionGives() {
        std::mt19937 random(2);
        for (int round = 0; round < 20; ++round) {
            const WindowCodes all = randomWindows(random, bits, 50);
            const auto saliency = randomSaliency(random, 50);
            const WindowCodes spots = selectSpots(all, saliency, 9);
            QVERIFY(std::set(spots.windows.begin(), spots.windows.end()) == naiveSelection(all, saliency, 9));
        }
    }

    void fewWindowsAreAllKept() {
        std::mt19937 random(3);
        const WindowCodes all = randomWindows(random, bits, 5);
        QVERIFY(same(selectSpots(all, randomSaliency(random, 5), 5), all));
        QCOMPARE(selectSpots({}, {}, 5).size(), std::size_t{0});
    }

    void theSameWindowsGiveTheSameSpots() {
        std::mt19937 random(4);
        const WindowCodes all = randomWindows(random, bits, 100);
        const auto saliency = randomSaliency(random, 100);
        QVERIFY(same(selectSpots(all, saliency, 20), selectSpots(all, saliency, 20)));
    }

    void ofWindowsThatAreEquallyUnlikeTheSalientAreKept() {
        // Each code differs from each other one in 2 bits.
        WindowCodes all;
        std::vector<double> saliency;
        for (std::uint16_t i = 0; i < 40; ++i) {
            std::vector<float> values(bits, -1.0F);
            values[i] = 1.0F;
            all.add(i, HashCode::fromSigns(values));
            saliency.push_back(i % 4 == 0 ? 200 + i : 100);
        }
        for (const std::uint16_t window : selectSpots(all, saliency, 10).windows)
            QCOMPARE(window % 4, 0);
    }

    void ofWindowsThatAreEquallySalientTheUnlikeAreKept() {
        // Ninety copies of one code and ten codes of their own.
        std::mt19937 random(5);
        const HashCode common = randomCode(random, bits);
        WindowCodes all;
        for (std::uint16_t i = 0; i < 100; ++i)
            all.add(i, i % 10 == 0 ? randomCode(random, bits) : common);
        const WindowCodes spots = selectSpots(all, std::vector<double>(100, 1.0), 11);
        QCOMPARE(std::ranges::count_if(spots.windows, [](auto window) { return window % 10 == 0; }), 10);
    }

    void photosWithoutAnythingSalientHaveSpotsToo() {
        WindowCodes all;
        for (std::uint16_t i = 0; i < 20; ++i)
            all.add(i, HashCode::fromSigns(std::vector<float>(bits, 1.0F)));
        const WindowCodes spots = selectSpots(all, std::vector<double>(20), 8);
        QCOMPARE(std::set(spots.windows.begin(), spots.windows.end()).size(), std::size_t{8});
    }
};

QTEST_APPLESS_MAIN(TestSpotSelection)
#include "test_spot_selection.moc"
