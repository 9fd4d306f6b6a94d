// SPDX-License-Identifier: GPL-3.0-or-later
// Searches by boxes and their evaluation, on the made collages, by the real program with the real network.
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QtTest>

using namespace likeness::testing;

namespace {

const QString collages = QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples-made/collages/images");

/// The hat of the first scene that has one, and the box around it.
const QString scene = collages + QStringLiteral("/collage-3.made-collage.jpg");
const QString hat = QStringLiteral("0.68,0.08,0.2,0.35");

bool isWithinPhoto(const QJsonObject& place) {
    const double right = place[u"x"].toDouble() + place[u"width"].toDouble();
    const double bottom = place[u"y"].toDouble() + place[u"height"].toDouble();
    return place[u"x"].toDouble(-1) >= 0 && place[u"y"].toDouble(-1) >= 0 && right <= 1.001 &&
           bottom <= 1.001;
}

} // namespace

class TestCliBoxes : public QObject {
    Q_OBJECT

    Workplace place_;

    QJsonObject query(const QStringList& options) const {
        return place_.run(words("query --json") << scene << options).json();
    }

private Q_SLOTS:
    void initTestCase() {
        const Finished indexing = place_.run({QStringLiteral("index"), collages});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
    }

    void aRegionSaysWhereItMatches() {
        const QJsonObject answer = query({QStringLiteral("--region"), hat});
        QCOMPARE(answer[u"boxes"].toArray().size(), 1);
        const QJsonArray results = answer[u"results"].toArray();
        QCOMPARE(results.size(), 5);
        for (const auto& result : results) {
            const QJsonArray matches = result[u"matches"].toArray();
            QCOMPARE(matches.size(), 1);
            QCOMPARE(matches[0][u"granularity"].toString(), QStringLiteral("region"));
            QVERIFY(isWithinPhoto(matches[0].toObject()));
        }
    }

    void spotsAreMatchedTogether() {
        const QJsonObject answer = query({QStringLiteral("--part"), QStringLiteral("0.78,0.25;0.5,0.2")});
        QCOMPARE(answer[u"boxes"].toArray().size(), 2);
        for (const auto& result : answer[u"results"].toArray()) {
            QCOMPARE(result[u"matches"].toArray().size(), 2);
            QCOMPARE(result[u"matches"][1][u"box"].toInt(), 1);
            QCOMPARE(result[u"matches"][0][u"granularity"].toString(), QStringLiteral("part"));
        }
    }

    void fusedMatchesRegionsAndParts() {
        const QJsonObject answer = query({QStringLiteral("--region"), hat, QStringLiteral("--fused"),
                                          QStringLiteral("region=.6,part=.4")});
        QStringList granularities;
        for (const auto& match : answer[u"results"][0][u"matches"].toArray())
            granularities << match[u"granularity"].toString();
        QCOMPARE(granularities, (QStringList{QStringLiteral("region"), QStringLiteral("part")}));
    }

    void whatIsNoBoxIsTold_data() {
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char* option, const char* value) {
            QTest::addRow("%s %s", option, value)
                << QStringList{QString::fromUtf8(option), QString::fromUtf8(value)};
        };
        row("--region", "0.1,0.1,0.5");
        row("--region", "left");
        row("--part", "0.1");
        row("--fused", "region=much");
        row("--fused", "everything=1");
        row("--variants", "upside-down");
    }

    void whatIsNoBoxIsTold() {
        QFETCH(QStringList, options);
        const Finished run = place_.run(words("query --json") << scene << options);
        QVERIFY(run.exitCode == 1 || run.exitCode == 2);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(run.out.isEmpty());
    }

    void boxesAreEvaluatedAtEveryGranularity_data() {
        QTest::addColumn<QString>("granularity");
        for (const char* granularity : {"global", "region", "part", "fused"})
            QTest::newRow(granularity) << QString::fromUtf8(granularity);
    }

    void boxesAreEvaluatedAtEveryGranularity() {
        QFETCH(QString, granularity);
        const Finished run = place_.run(words("evaluate --json --boxes yolo --granularity") << granularity);
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject evaluation = run.json();
        QCOMPARE(evaluation[u"granularity"].toString(), granularity);
        QCOMPARE(evaluation[u"photos"].toInt(), 6);
        QVERIFY(evaluation[u"queries"].toInt() >= 20);
        for (const auto key : {u"map", u"precision_at_1", u"localisation", u"calibration_error"}) {
            const double value = evaluation[QStringView(key)].toDouble(-1);
            QVERIFY(value >= 0 && value <= 1);
        }
        QVERIFY(evaluation[u"map"].toDouble() > 0.3);
    }

    void boxesThatAreNotThereAreAFailure() {
        const Finished coco = place_.run(words("evaluate --boxes coco"));
        QCOMPARE(coco.exitCode, 1);
        QVERIFY(coco.err.contains("COCO"));
        const Finished without = place_.run(words("evaluate --granularity region"));
        QVERIFY(without.exitCode != 0 && without.err.contains("--boxes"));
    }
};

QTEST_GUILESS_MAIN(TestCliBoxes)
#include "test_cli_boxes.moc"
