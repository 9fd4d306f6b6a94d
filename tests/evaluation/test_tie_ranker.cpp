// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tie_ranker.h"

#include "core/hashing/rerank_score.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace likeness;

namespace {

constexpr int bits = 40;      // few, so that many distances are equal
constexpr int dimensions = 2; // few small levels, so that some scores are equal
constexpr std::size_t photoCount = 300;
constexpr std::size_t shortListLength = 50;

HashCode randomCode(std::mt19937& random) {
    std::normal_distribution<float> normal;
    std::vector<float> values(bits);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return HashCode::fromSigns(values);
}

LabelledPhotos randomPhotos(std::mt19937& random) {
    std::uniform_int_distribution<int> label(0, 9);
    std::uniform_int_distribution<int> level(-3, 3);
    LabelledPhotos photos;
    for (std::size_t row = 0; row < photoCount; ++row) {
        photos.codes.push_back({PhotoId{static_cast<std::int64_t>(10 + 2 * row)}, randomCode(random)});
        photos.labels.push_back(row % 3 == 0 ? LabelSet{label(random), 10 + label(random) % 2}
                                             : LabelSet{label(random)});
        QuantisedDescriptor rerank{1.0F, {}};
        for (int i = 0; i < dimensions; ++i)
            rerank.levels.push_back(static_cast<std::int8_t>(level(random)));
        photos.rerank.push_back(std::move(rerank));
    }
    return photos;
}

QueryCodes queryOf(const LabelledPhotos& photos, std::size_t row) {
    return {photos.codes[row].code, std::vector<float>(bits), dequantise(photos.rerank[row])};
}

/// Adds one photo to the group with its key.
void count(TieGroup& group, bool isRelevant) {
    ++group.photos;
    group.relevant += isRelevant ? 1 : 0;
}

template <typename Key>
std::vector<TieGroup> inOrder(const std::map<Key, TieGroup>& groups) {
    std::vector<TieGroup> ordered;
    for (const auto& [key, group] : groups)
        ordered.push_back(group);
    return ordered;
}

std::vector<TieGroup> naiveByCodes(const LabelledPhotos& photos, std::size_t query,
                                   const std::set<std::size_t>& leftOut) {
    std::map<int, TieGroup> groups;
    for (std::size_t row = 0; row < photoCount; ++row)
        if (row != query && !leftOut.contains(row))
            count(groups[hammingDistance(photos.codes[row].code, photos.codes[query].code)],
                  sharesLabel(photos.labels[row], photos.labels[query]));
    return inOrder(groups);
}

std::vector<TieGroup> naiveByRerankedCodes(const LabelledPhotos& photos, std::size_t query) {
    std::vector<std::pair<int, std::size_t>> nearest;
    for (std::size_t row = 0; row < photoCount; ++row)
        if (row != query)
            nearest.emplace_back(hammingDistance(photos.codes[row].code, photos.codes[query].code), row);
    std::sort(nearest.begin(), nearest.end());

    std::map<double, TieGroup> groups; // by negated score
    std::set<std::size_t> shortList;
    const QueryCodes codes = queryOf(photos, query);
    for (std::size_t i = 0; i < shortListLength; ++i) {
        const std::size_t row = nearest[i].second;
        shortList.insert(row);
        count(groups[-rerankScore(codes, photos.codes[row].code, photos.rerank[row])],
              sharesLabel(photos.labels[row], photos.labels[query]));
    }
    std::vector<TieGroup> ranking = inOrder(groups);
    for (const TieGroup& group : naiveByCodes(photos, query, shortList))
        ranking.push_back(group);
    return ranking;
}

bool areSame(const std::vector<TieGroup>& a, const std::vector<TieGroup>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TieGroup& x, const TieGroup& y) {
        return x.photos == y.photos && x.relevant == y.relevant;
    });
}

} // namespace

class TestTieRanker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreGroupedByTheirHammingDistance() {
        std::mt19937 random(1);
        const LabelledPhotos photos = randomPhotos(random);
        const TieRanker ranker(photos, Rerank::Sum);
        for (std::size_t row = 0; row < photoCount; ++row)
            QVERIFY(areSame(ranker.byCodes(row), naiveByCodes(photos, row, {})));
    }

    void theShortListIsRankedByScoreAndTheRestByDistance() {
        std::mt19937 random(2);
        const LabelledPhotos photos = randomPhotos(random);
        const TieRanker ranker(photos, Rerank::Sum);
        for (std::size_t row = 0; row < photoCount; ++row)
            QVERIFY(areSame(ranker.byRerankedCodes(row, queryOf(photos, row), shortListLength),
                            naiveByRerankedCodes(photos, row)));
    }

    void aShortListLongerThanTheLibraryHoldsAllOthers() {
        std::mt19937 random(3);
        const LabelledPhotos photos = randomPhotos(random);
        const TieRanker ranker(photos, Rerank::Sum);
        std::int64_t ranked = 0;
        for (const TieGroup& group : ranker.byRerankedCodes(7, queryOf(photos, 7), 10 * photoCount))
            ranked += group.photos;
        QCOMPARE(ranked, static_cast<std::int64_t>(photoCount) - 1);
    }

    void matchesAreTheOthersWithTheLabel() {
        std::mt19937 random(4);
        LabelledPhotos photos = randomPhotos(random);
        photos.labels.assign(photoCount, {0});
        photos.labels[5] = {1};
        const TieRanker ranker(std::move(photos), Rerank::Sum);
        QCOMPARE(ranker.matches(5), std::int64_t{0});
        QCOMPARE(ranker.matches(6), static_cast<std::int64_t>(photoCount) - 2);
    }
};

QTEST_APPLESS_MAIN(TestTieRanker)
#include "test_tie_ranker.moc"
