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
};

QTEST_APPLESS_MAIN(TestRerankScore)
#include "test_rerank_score.moc"
