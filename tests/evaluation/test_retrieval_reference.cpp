// SPDX-License-Identifier: GPL-3.0-or-later
// Our metrics against scikit-learn's; retrieval_reference.py printed its figures.
#include "core/evaluation/metrics.h"
#include "tests/evaluation/retrieval_reference.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>

using namespace likeness;
using likeness::testing::referenceK;
using likeness::testing::RetrievalReference;
using likeness::testing::retrievalReferences;

namespace {

std::vector<TieGroup> rankingOf(const RetrievalReference& reference) {
    std::map<int, TieGroup, std::greater<>> byScore;
    for (std::size_t i = 0; i < reference.scores.size(); ++i) {
        TieGroup& group = byScore[reference.scores.at(i)];
        ++group.photos;
        group.relevant += reference.gains.at(i) >= 2 ? 1 : 0;
        group.gain += reference.gains.at(i);
    }
    std::vector<TieGroup> ranking;
    for (const auto& [score, group] : byScore)
        ranking.push_back(group);
    return ranking;
}

} // namespace

class TestRetrievalReference : public QObject {
    Q_OBJECT

    static void compare(double ours, double theirs) {
        QVERIFY2(std::abs(ours - theirs) < 1e-6, qPrintable(QString::number(ours - theirs)));
    }

private Q_SLOTS:
    void metricsAgreeWithScikitLearn_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < std::ssize(retrievalReferences); ++i)
            QTest::addRow("ranking %d", i) << i;
    }

    void metricsAgreeWithScikitLearn() {
        QFETCH(int, number);
        const RetrievalReference& reference = retrievalReferences.at(static_cast<std::size_t>(number));
        const std::vector<TieGroup> ranking = rankingOf(reference);
        const std::vector<double> gains(reference.gains.begin(), reference.gains.end());
        if (reference.averagePrecision >= 0)
            compare(averagePrecision(ranking), reference.averagePrecision);
        compare(ndcgAt(ranking, gains, std::ssize(gains)), reference.ndcg);
        compare(ndcgAt(ranking, gains, referenceK), reference.ndcgAtK);
        const double precision = precisionAt(ranking, reference.taken);
        const double recall = recallAt(ranking, reference.taken);
        compare(precision, reference.precision);
        compare(recall, reference.recall);
        compare(f1Score(precision, recall), reference.f1);
    }
};

QTEST_APPLESS_MAIN(TestRetrievalReference)
#include "test_retrieval_reference.moc"
