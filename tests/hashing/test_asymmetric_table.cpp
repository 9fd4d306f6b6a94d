// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/asymmetric_table.h"

#include "core/hashing/rerank_score.h"
#include "tests/hashing/random_codes.h"

#include <QtTest>

#include <cmath>

using namespace likeness;
using namespace likeness::testing;

class TestAsymmetricTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableAgreesWithTheDefinition() {
        std::mt19937 random(1);
        for (const int bits : {1, 7, 8, 9, 63, 64, 65, 100, 256})
            for (int i = 0; i < 20; ++i) {
                const auto projected = randomValues(random, bits);
                const HashCode code = randomCode(random, bits);
                const auto similarity =
                    static_cast<double>(AsymmetricTable(projected).similarity(code.words()));
                QVERIFY(std::abs(similarity - asymmetricSimilarity(projected, code)) < 1e-5);
            }
    }

    void aQueryOfPlusAndMinusOneHasSimilarityOneWithItsOwnCode() {
        std::vector<float> corner;
        std::vector<float> opposite;
        for (int i = 0; i < 20; ++i) {
            corner.push_back(i % 3 == 0 ? 1.0F : -1.0F);
            opposite.push_back(-corner.back());
        }
        const AsymmetricTable table(corner);
        QVERIFY(std::abs(table.similarity(HashCode::fromSigns(corner).words()) - 1) < 1e-5F);
        QVERIFY(std::abs(table.similarity(HashCode::fromSigns(opposite).words()) + 1) < 1e-5F);
    }

    void aZeroProjectionIsLikeNothing() {
        std::mt19937 random(2);
        const AsymmetricTable table(std::vector<float>(100));
        QCOMPARE(table.similarity(randomCode(random, 100).words()), 0.0F);
    }
};

QTEST_APPLESS_MAIN(TestAsymmetricTable)
#include "test_asymmetric_table.moc"
