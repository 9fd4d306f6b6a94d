// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/validation.h"

#include "core/evaluation/metrics.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <set>

using namespace likeness;

namespace {

std::vector<HashCode> randomCodes(int count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::vector<HashCode> codes;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t word = random() & 0xFFFU;
        codes.push_back(HashCode::fromWords(std::span(&word, 1), 12));
    }
    return codes;
}

/// 6 of class 4, 10 of class 7, 2 of class 9.
std::vector<int> someLabels() {
    std::vector<int> labels(18, 7);
    std::fill_n(labels.begin(), 6, 4);
    std::fill_n(labels.end() - 2, 2, 9);
    return labels;
}

std::set<int> both(const Split& split) {
    std::set<int> all(split.training.begin(), split.training.end());
    all.insert(split.held.begin(), split.held.end());
    return all;
}

} // namespace

class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itAgreesWithTheEvaluationsMetric() {
        const auto queries = randomCodes(10, 1);
        const auto database = randomCodes(200, 2);
        RelevantPlaces relevant;
        double expected = 0;
        for (std::size_t q = 0; q < queries.size(); ++q) {
            relevant.emplace_back();
            std::vector<TieGroup> groups(13);
            for (std::size_t i = 0; i < database.size(); ++i) {
                TieGroup& group = groups[static_cast<std::size_t>(hammingDistance(queries[q], database[i]))];
                group.photos += 1;
                if ((i + q) % 7 == 0) {
                    group.relevant += 1;
                    relevant.back().push_back(static_cast<int>(i));
                }
            }
            expected += averagePrecision(groups) / 10;
        }
        QVERIFY(std::abs(meanAveragePrecision(queries, database, relevant) - expected) < 1e-12);
    }

    void queriesWithoutAnythingRelevantAreLeftOut() {
        const auto codes = randomCodes(2, 3);
        QCOMPARE(meanAveragePrecision(codes, std::span(codes).first(1), {{0}, {}}), 1.0);
        QCOMPARE(meanAveragePrecision(codes, codes, {{}, {}}), 0.0);
    }

    void aShareOfEachClassIsHeldOut() {
        const auto labels = someLabels();
        const auto sets = singleLabels(labels);
        const Split split = splitByLabel(sets, .2, 1);
        QCOMPARE(both(split).size(), labels.size());
        QCOMPARE(split.held.size(), std::size_t{3}); // 1 of 6, 2 of 10, none of 2
        QVERIFY(std::ranges::is_sorted(split.training));
        const auto relevant = relevantByLabel(sets, split);
        for (std::size_t i = 0; i < split.held.size(); ++i) {
            const int label = labels[static_cast<std::size_t>(split.held[i])];
            QCOMPARE(relevant[i].size(), std::size_t(label == 4 ? 5 : 8));
            for (int place : relevant[i])
                QCOMPARE(labels[static_cast<std::size_t>(split.training[static_cast<std::size_t>(place)])],
                         label);
        }
        QVERIFY(splitByLabel(sets, .2, 2).held != split.held);
    }

    void samplesThatShareAnyLabelAreRelevant() {
        const std::vector<LabelSet> labels{{1}, {1, 2}, {2}, {3}, {1, 2, 3}};
        const Split split{{0, 1, 2, 3}, {4}};
        QCOMPARE(relevantByLabel(labels, split), (RelevantPlaces{{0, 1, 2, 3}}));
        const Split other{{2, 3, 4}, {0, 1}};
        QCOMPARE(relevantByLabel(labels, other), (RelevantPlaces{{2}, {0, 2}}));
    }

    void aSampleOfSeveralClassesIsHeldOutOnceWithTheRarest() {
        std::vector<LabelSet> labels(20, LabelSet{1});
        for (std::size_t i = 0; i < 5; ++i)
            labels[i].push_back(2);
        const Split split = splitByLabel(labels, .2, 1);
        QCOMPARE(both(split).size(), std::size_t{20});
        QCOMPARE(split.held.size(), std::size_t{4});
        QCOMPARE(std::ranges::count_if(split.held, [](int sample) { return sample < 5; }), 1);
    }

    void everySampleIsHeldOutInOneFold() {
        const auto labels = someLabels();
        std::multiset<int> held;
        for (const Split& split : splitIntoFolds(singleLabels(labels), 4, 1)) {
            QCOMPARE(both(split).size(), labels.size());
            QVERIFY(split.held.size() >= 4 && split.held.size() <= 5);
            held.insert(split.held.begin(), split.held.end());
        }
        QCOMPARE(held.size(), labels.size());
        QCOMPARE(std::set<int>(held.begin(), held.end()).size(), labels.size());
    }

    void aRandomShareIsHeldOut() {
        const Split split = splitAtRandom(50, .1, 1);
        QCOMPARE(split.held.size(), std::size_t{5});
        QCOMPARE(both(split).size(), std::size_t{50});
    }
};

QTEST_APPLESS_MAIN(TestValidation)
#include "test_validation.moc"
