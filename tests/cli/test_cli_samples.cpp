// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job on the sample photos, by the real program with the real network.
#include "tests/cli/program.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace likeness::testing;

namespace {

const QString samples = QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples");

bool isPlainText(const QByteArray& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; });
}

} // namespace

class TestCliSamples : public QObject {
    Q_OBJECT

    Workplace place_;
    Finished indexing_;

private Q_SLOTS:
    void initTestCase() {
        indexing_ = place_.run({QStringLiteral("index"), samples});
        QVERIFY2(indexing_.exitCode == 0, indexing_.err);
    }

    void indexingSaysWhatItDid() { QVERIFY(indexing_.out.startsWith("80 photos found, 80 indexed in ")); }

    void pipedOutputHasNoControlCharacters() {
        QVERIFY(isPlainText(indexing_.out));
        QVERIFY(isPlainText(indexing_.err));
        QVERIFY(indexing_.err.contains("Indexing: "));
    }

    void statusCountsThePhotosAndNamesTheFolder() {
        const QJsonObject status = place_.run(words("status --json")).json();
        QCOMPARE(status[u"photos"].toInt(), 80);
        QCOMPARE(status[u"indexed"].toInt(), 80);
        QCOMPARE(status[u"problems"].toInt(), 0);
        QCOMPARE(status[u"folders"].toArray(), QJsonArray{samples});
        QVERIFY(place_.run(words("status")).out.contains("Photos    80\n"));
    }

    void aSecondRunDecodesNothing() {
        const Finished again = place_.run(words("index"));
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.out.startsWith("80 photos found, 0 indexed in "));
        QVERIFY(again.out.contains("80 unchanged"));
    }

    void aQueryRanksTheOtherPhotos() {
        const QString photo = samples + QStringLiteral("/hat/hat-3.jpg");
        const QJsonObject answer = place_.run(words("query --top 79 --json") << photo).json();
        QCOMPARE(answer[u"query"].toString(), photo);
        QCOMPARE(answer[u"searched"].toInt(), 80);
        QVERIFY(answer[u"ms"].toDouble() > 0);
        const QJsonArray results = answer[u"results"].toArray();
        QCOMPARE(results.size(), 79);
        std::set<QString> paths;
        double before = 100;
        for (qsizetype i = 0; i < results.size(); ++i) {
            const QJsonObject result = results[i].toObject();
            QCOMPARE(result[u"rank"].toInt(), static_cast<int>(i + 1));
            QVERIFY(paths.insert(result[u"path"].toString()).second);
            QVERIFY(result[u"hamming"].isDouble() && result[u"score"].isDouble());
            QVERIFY(result[u"similarity"].toDouble() >= 0 && result[u"similarity"].toDouble() <= before);
            before = result[u"similarity"].toDouble();
        }
        QVERIFY(!paths.contains(photo));
    }

    void byCodesAloneTheHammingDistanceRises() {
        const QString photo = samples + QStringLiteral("/hat/hat-3.jpg");
        const QJsonObject answer = place_.run(words("query --rank codes --json") << photo).json();
        QCOMPARE(answer[u"results"].toArray().size(), 20);
        int before = 0;
        for (const auto& result : answer[u"results"].toArray()) {
            QVERIFY(result[u"hamming"].toInt() >= before);
            before = result[u"hamming"].toInt();
        }
    }

    void aQueryForPeopleShowsRankSimilarityAndPath() {
        const Finished run =
            place_.run(words("query --top 3") << samples + QStringLiteral("/shoes/shoes-1.jpg"));
        QCOMPARE(run.exitCode, 0);
        const QStringList lines = QString::fromUtf8(run.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const QRegularExpression form(QStringLiteral("^ +1 +\\d+ %  /.*\\.jpg$"));
        QVERIFY(form.match(lines.front()).hasMatch());
    }

    void evaluationFindsTheKindsOfClothing_data() {
        QTest::addColumn<QString>("ranking");
        QTest::addColumn<double>("leastPrecision"); // by chance it would be .1
        QTest::newRow("codes") << QStringLiteral("codes") << 0.4;
        QTest::newRow("full") << QStringLiteral("full") << 0.6;
    }

    void evaluationFindsTheKindsOfClothing() {
        QFETCH(QString, ranking);
        QFETCH(double, leastPrecision);
        const QJsonObject evaluation =
            place_.run(words("evaluate --labels folders --json --rank") << ranking).json();
        QCOMPARE(evaluation[u"queries"].toInt(), 80);
        QCOMPARE(evaluation[u"photos"].toInt(), 80);
        QVERIFY(evaluation[u"ms_per_query"].toDouble() > 0);
        QVERIFY(evaluation[u"map"].toDouble() > 0.3 && evaluation[u"map"].toDouble() <= 1);
        QVERIFY(evaluation[u"precision_at_1"].toDouble() >= leastPrecision);
    }

    void benchTimesTheStages() {
        const QJsonObject bench = place_.run(words("bench --photos 3 --json")).json();
        QCOMPARE(bench[u"queries"].toInt(), 3);
        QVERIFY(bench[u"decode"].toDouble() > 0 && bench[u"pass"].toDouble() > 0);
        for (const auto query : {u"whole", u"region", u"part"})
            for (const auto key : {u"network", u"scan", u"rerank", u"answer", u"ratio"})
                QVERIFY(bench[QStringView(query)][QStringView(key)].toDouble() > 0);
        QVERIFY(bench[u"region"][u"first_ratio"].toDouble() < bench[u"region"][u"ratio"].toDouble());
        const QJsonObject indexing = bench[u"indexing"].toObject();
        for (const char16_t* key : {u"decode", u"network", u"global", u"windows", u"share"})
            QVERIFY(indexing[QStringView(key)].toDouble() > 0);
        QVERIFY(bench[u"loading"][u"ratio"].toDouble() > 0);
        QVERIFY(bench[u"engines"][u"cpu"].toDouble() > 0);
    }

    void aBrokenPhotoIsNamed() {
        QFile text(place_.path("text.jpg"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("not a photo") > 0);
        text.close();
        const Finished run = place_.run({QStringLiteral("query"), text.fileName()});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(text.fileName().toUtf8()));
        QVERIFY(run.out.isEmpty());
    }

    void aReaderThatGoesAwayIsNoTrouble() {
        const Finished run = runScript(
            QStringLiteral("{ \"$0\" --library \"$1\" query \"$2\" --top 80; echo $? >&2; } | true"),
            {place_.library(), samples + QStringLiteral("/hat/hat-1.jpg")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray("0\n"));
    }

    void outputThatCantBeWrittenIsAFailure() {
        const Finished run =
            runScript(QStringLiteral("\"$0\" --library \"$1\" status >/dev/full"), {place_.library()});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("could not be written"));
    }
};

QTEST_GUILESS_MAIN(TestCliSamples)
#include "test_cli_samples.moc"
