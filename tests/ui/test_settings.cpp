// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/settings.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void theMannerOfSearchingBeginsAsARequestDoes() {
        const SearchManner manner = Settings().searchManner();
        const SearchRequest request{};
        QCOMPARE(manner.ranking, request.ranking);
        QCOMPARE(manner.rerank, request.rerank);
        QCOMPARE(manner.weights.region, request.weights.region);
        QVERIFY(!manner.mirrored && !manner.rotated);
    }

    void theEngineIsTheFastestUntilAnotherIsChosen() {
        QCOMPARE(Settings().engine(), Engine::Auto);
        for (const Engine engine : allEngines) {
            Settings().setEngine(engine);
            QCOMPARE(Settings().engine(), engine);
        }
        QSettings().setValue(QStringLiteral("engineName"), QStringLiteral("abacus"));
        QCOMPARE(Settings().engine(), Engine::Auto);
    }

    void theMannerOfSearchingIsRemembered() {
        SearchManner manner;
        manner.ranking = Ranking::Codes;
        manner.rerank = Rerank::Cosine;
        manner.fusion = Fusion::Concatenated;
        manner.weights = {.1, .2, .7};
        manner.rotated = true;
        Settings().setSearchManner(manner);
        const SearchManner read = Settings().searchManner();
        QCOMPARE(read.ranking, Ranking::Codes);
        QCOMPARE(read.rerank, Rerank::Cosine);
        QCOMPARE(read.fusion, Fusion::Concatenated);
        QCOMPARE(read.weights.part, .7);
        QVERIFY(read.rotated && !read.mirrored);
    }

    void whatIsNoChoiceIsTheFirstOne() {
        QSettings().setValue(QStringLiteral("search/rerank"), 99);
        QSettings().setValue(QStringLiteral("search/weightPart"), 7);
        QCOMPARE(Settings().searchManner().rerank, Rerank::Expansion);
        QCOMPARE(Settings().searchManner().weights.part, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
