// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/rerank_score.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace likeness;

namespace {

std::vector<float> randomValues(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values)
        value = normal(random);
    return values;
}

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) < tolerance;
}

QueryCodes queryOf(const std::vector<float>& projected, Descriptor rerank) {
    normalise(rerank);
    return {HashCode::fromSigns(projected), projected, std::move(rerank)};
}

/// Photos of a short list, with what they point to.
struct Photos {
    std::vector<QueryCodes> asQueries;
    std::vector<QuantisedDescriptor> vectors;

    void add(const QueryCodes& photo) {
        asQueries.push_back(photo);
        vectors.push_back(quantise(photo.rerank));
    }
    std::vector<ShortListed> list() const {
        std::vector<ShortListed> photos;
        for (std::size_t i = 0; i < vectors.size(); ++i)
            photos.push_back({&asQueries[i].global, &vectors[i]});
        return photos;
    }
};

/// Vectors in the neighbourhood of one, so that photos differ in how alike they are.
Photos photosAround(const QueryCodes& centre, int count) {
    Photos photos;
    for (int i = 0; i < count; ++i) {
        const auto seed = static_cast<unsigned>(100 + i);
        Descriptor vector = randomValues(centre.rerank.size(), seed);
        for (std::size_t d = 0; d < vector.size(); ++d)
            vector[d] = centre.rerank[d] * static_cast<float>(1 + i % 7) + 0.2F * vector[d];
        photos.add(queryOf(randomValues(centre.projected.size(), seed + 1000), std::move(vector)));
    }
    return photos;
}

double cosine(const Descriptor& a, const Descriptor& b) {
    double product = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        squaresOfA += std::pow(static_cast<double>(a[i]), 2);
        squaresOfB += std::pow(static_cast<double>(b[i]), 2);
    }
    return product / std::sqrt(squaresOfA * squaresOfB);
}

constexpr Calibration likelihood{6, -3};
constexpr Calibrations calibrations{likelihood, {}, {1, 2}, {3, 4}, {5, 6}};

} // namespace

class TestRerankScore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAsymmetricSimilarityIsACosineWithTheCorner() {
        // (3 + 4) / (5 * sqrt 2) where both signs agree, (3 - 4) / (5 * sqrt 2) where one does.
        const std::vector<float> projected{3.0F, -4.0F};
        const auto similarity = [&projected](std::vector<float> signs) {
            return asymmetricSimilarity(projected, HashCode::fromSigns(signs));
        };
        QVERIFY(near(similarity({1.0F, -1.0F}), 7.0 / (5.0 * std::sqrt(2.0)), 1e-12));
        QVERIFY(near(similarity({1.0F, 1.0F}), -1.0 / (5.0 * std::sqrt(2.0)), 1e-12));
        QVERIFY(near(similarity({-1.0F, 1.0F}), -7.0 / (5.0 * std::sqrt(2.0)), 1e-12));
    }

    void atEveryLengthItAgreesWithTheDefinition() {
        for (std::size_t bits : {1U, 63U, 64U, 65U, 256U, 300U}) {
            const auto projected = randomValues(bits, 1);
            const auto signs = randomValues(bits, 2);
            double product = 0.0;
            double squares = 0.0;
            for (std::size_t i = 0; i < bits; ++i) {
                product += static_cast<double>(projected[i]) * (signs[i] > 0.0F ? 1.0 : -1.0);
                squares += std::pow(static_cast<double>(projected[i]), 2);
            }
            const double expected = product / std::sqrt(squares * static_cast<double>(bits));
            QVERIFY(near(asymmetricSimilarity(projected, HashCode::fromSigns(signs)), expected, 1e-12));
        }
    }

    void aZeroProjectionIsAlikeToNothing() {
        const std::vector<float> zeros(8, 0.0F);
        QCOMPARE(asymmetricSimilarity(zeros, HashCode::fromSigns(zeros)), 0.0);
    }

    void theScoreIsTheWhitenedCosineAndAQuarterOfTheAsymmetricSimilarity() {
        const QueryCodes query = queryOf(randomValues(64, 3), randomValues(40, 4));
        const QueryCodes other = queryOf(randomValues(64, 5), randomValues(40, 6));
        double cosine = 0.0;
        for (std::size_t i = 0; i < 40; ++i)
            cosine += static_cast<double>(query.rerank[i]) * static_cast<double>(other.rerank[i]);
        const double expected = cosine + 0.25 * asymmetricSimilarity(query.projected, other.global);
        QVERIFY(near(rerankScore(query, other.global, quantise(other.rerank)), expected, 0.01));
    }

    void noPhotoScoresMoreThanTheQueryItself() {
        const QueryCodes query = queryOf(randomValues(256, 7), randomValues(512, 8));
        const double itself = rerankScore(query, query.global, quantise(query.rerank));
        QVERIFY(itself > 1.0);
        for (unsigned seed = 10; seed < 60; ++seed) {
            const QueryCodes other = queryOf(randomValues(256, seed), randomValues(512, seed + 1000));
            QVERIFY(rerankScore(query, other.global, quantise(other.rerank)) < itself);
        }
    }

    void eachWayToRerankHasItsScoreAndItsCalibration() {
        const QueryCodes query = queryOf(randomValues(64, 3), randomValues(40, 4));
        const Photos photos = photosAround(query, 9);
        const auto list = photos.list();
        const auto scores = [&](Rerank by) { return rerankScores(query, list, by, calibrations).at(4); };
        const HashCode& code = *list[4].code;
        QCOMPARE(scores(Rerank::Sum), rerankScore(query, code, photos.vectors[4]));
        QCOMPARE(scores(Rerank::Asymmetric), asymmetricSimilarity(query.projected, code));
        QCOMPARE(scores(Rerank::Cosine), static_cast<double>(dot(query.rerank, photos.vectors[4])));
        QCOMPARE(calibrationOf(calibrations, Rerank::Sum).slope, 6.0);
        QCOMPARE(calibrationOf(calibrations, Rerank::Expansion).slope, 1.0);
        QCOMPARE(calibrationOf(calibrations, Rerank::Cosine).slope, 3.0);
        QCOMPARE(calibrationOf(calibrations, Rerank::Asymmetric).slope, 5.0);
    }

    void expansionMovesTheQueryTowardsItsTwoBestPhotos() {
        const QueryCodes query = queryOf(randomValues(64, 3), randomValues(40, 4));
        const Photos photos = photosAround(query, 20);
        const auto list = photos.list();
        const auto sums = rerankScores(query, list, Rerank::Sum, calibrations);
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < sums.size(); ++i)
            order.push_back(i);
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return sums[a] > sums[b]; });
        Descriptor moved = query.rerank;
        for (const std::size_t best : {order[0], order[1]})
            for (std::size_t d = 0; d < moved.size(); ++d)
                moved[d] +=
                    static_cast<float>(likelihood.similarity(sums[best])) * photos.asQueries[best].rerank[d];
        const auto expanded = rerankScores(query, list, Rerank::Expansion, calibrations);
        for (std::size_t i = 0; i < list.size(); ++i)
            QVERIFY(near(expanded[i],
                         cosine(moved, photos.asQueries[i].rerank) +
                             0.25 * asymmetricSimilarity(query.projected, *list[i].code),
                         0.01));
        QVERIFY(expanded[order[0]] > expanded[order[1]]);
    }

    void shortListsOfNoneAndOneAreExpandedToo() {
        const QueryCodes query = queryOf(randomValues(64, 3), randomValues(40, 4));
        QVERIFY(rerankScores(query, {}, Rerank::Expansion, calibrations).empty());
        const Photos one = photosAround(query, 1);
        const double before = rerankScores(query, one.list(), Rerank::Sum, calibrations).front();
        QVERIFY(rerankScores(query, one.list(), Rerank::Expansion, calibrations).front() > before);
    }
};

QTEST_APPLESS_MAIN(TestRerankScore)
#include "test_rerank_score.moc"
