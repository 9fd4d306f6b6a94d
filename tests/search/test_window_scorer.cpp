// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/linear_encoder.h"
#include "core/search/window_scorer.h"
#include "tests/hashing/random_codes.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <random>

using namespace likeness;
using likeness::testing::randomValues;
using likeness::testing::randomWindows;

namespace {

constexpr int bits = 64;
constexpr int length = 40;
constexpr int photoCount = 30;
constexpr int windowCount = 5;

Codebook regionCodebook(std::mt19937& random) {
    Codebook codebook;
    codebook.granularity = Granularity::Region;
    codebook.encoder = std::make_shared<LinearEncoder>(
        "lsh", AffineMap{bits, length, randomValues(random, length), randomValues(random, bits * length)});
    codebook.calibrations = {{6, -2}, {5, -1}, {4, -1}};
    return codebook;
}

WindowGrid fiveInARow() {
    std::vector<CellWindow> windows;
    for (int i = 0; i < windowCount; ++i)
        windows.push_back({2 * i, 0, 2, 2});
    return {2 * windowCount, 2, windows};
}

/// By definition: the cosine of real values with the corner that a code names.
double similarity(const std::vector<double>& query, std::span<const std::uint64_t> code) {
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < query.size(); ++i) {
        sum += (code[i / 64] >> (i % 64) & 1U) != 0 ? query[i] : -query[i];
        squares += query[i] * query[i];
    }
    return sum / std::sqrt(squares * static_cast<double>(query.size()));
}

struct Best {
    double score = -2;
    std::size_t window = 0;
};

Best bestWindow(const std::vector<double>& query, const WindowCodes& codes) {
    Best best;
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (const double score = similarity(query, codes.code(i)); score > best.score)
            best = {score, i};
    return best;
}

} // namespace

class TestWindowScorer : public QObject {
    Q_OBJECT

    std::mt19937 random_{1};
    const Codebook codebook_ = regionCodebook(random_);
    WindowIndex index_{bits};
    std::vector<PhotoId> photos_;
    WindowQuery query_{{{.1, .1, .3, .3}}, {randomValues(random_, length)}};

    std::map<PhotoId, RankedPhoto> scored(WindowScorer::Order order) const {
        const WindowScorer scorer(index_, codebook_, fiveInARow(), {query_}, order);
        const auto ranked = scorer.score(photos_);
        std::map<PhotoId, RankedPhoto> byId;
        for (const RankedPhoto& photo : *ranked)
            byId.emplace(photo.photo, photo);
        return byId;
    }

    std::vector<double> projected() const {
        const auto values = codebook_.encoder->project(query_.descriptors.front());
        double squares = 0;
        for (const float value : values)
            squares += static_cast<double>(value) * static_cast<double>(value);
        std::vector<double> unit;
        for (const float value : values)
            unit.push_back(static_cast<double>(value) / std::sqrt(squares));
        return unit;
    }

private Q_SLOTS:
    void initTestCase() {
        std::vector<IndexedWindows> windows;
        for (int i = 1; i <= photoCount; ++i) {
            photos_.push_back({i});
            windows.push_back({{i}, randomWindows(random_, bits, windowCount)});
        }
        index_.put(windows);
    }

    void aPhotoScoresByItsBestWindow() {
        const auto ranked = scored({Ranking::Full, Rerank::Asymmetric});
        for (const IndexedWindows& photo : index_.codesOf(photos_)) {
            const double expected = bestWindow(projected(), photo.codes).score;
            QVERIFY(std::abs(ranked.at(photo.photo).score - expected) < 1e-5);
            QCOMPARE(ranked.at(photo.photo).similarity,
                     codebook_.calibrations.full.similarity(ranked.at(photo.photo).score));
        }
    }

    void expansionMovesTheBoxTowardsTheBestWindowsOfTheTwoBestPhotos() {
        const auto windows = index_.codesOf(photos_);
        std::vector<std::pair<Best, const WindowCodes*>> order;
        for (const IndexedWindows& photo : windows)
            order.emplace_back(bestWindow(projected(), photo.codes), &photo.codes);
        std::sort(order.begin(), order.end(),
                  [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
        std::vector<double> moved = projected();
        for (const auto& [best, codes] : {order[0], order[1]})
            for (std::size_t i = 0; i < moved.size(); ++i) {
                const double share = codebook_.calibrations.full.similarity(best.score) / std::sqrt(bits);
                moved[i] += (codes->code(best.window)[i / 64] >> (i % 64) & 1U) != 0 ? share : -share;
            }
        const auto ranked = scored({Ranking::Full, Rerank::Expansion});
        for (const IndexedWindows& photo : windows) {
            const RankedPhoto& found = ranked.at(photo.photo);
            QVERIFY(std::abs(found.score - bestWindow(moved, photo.codes).score) < 1e-5);
            QCOMPARE(found.similarity, codebook_.calibrations.expansion.similarity(found.score));
        }
    }

    void codesAloneAreComparedByTheirDistance() {
        const HashCode code = codebook_.encoder->encode(query_.descriptors.front());
        const auto ranked = scored({Ranking::Codes, Rerank::Expansion});
        for (const IndexedWindows& photo : index_.codesOf(photos_)) {
            int least = bits;
            for (std::size_t i = 0; i < photo.codes.size(); ++i)
                least = std::min(least, hammingDistance(code.words(), photo.codes.code(i)));
            QCOMPARE(ranked.at(photo.photo).hammingDistance, least);
            QVERIFY(std::abs(ranked.at(photo.photo).score - (1 - 2.0 * least / bits)) < 1e-6);
        }
    }

    void nothingIsFoundAmongNoPhotos() {
        const WindowScorer scorer(index_, codebook_, fiveInARow(), {query_}, {});
        QVERIFY(scorer.score({})->empty());
    }
};

QTEST_APPLESS_MAIN(TestWindowScorer)
#include "test_window_scorer.moc"
