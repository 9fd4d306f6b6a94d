// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments by the real program on some of the sample photos.
#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace likeness::testing;

class TestCliExperiment : public QObject {
    Q_OBJECT

    Workplace place_;

    QString file(const char* name) const { return place_.path(name); }
    Finished evaluate(const QStringList& arguments) const {
        return place_.run(QStringList{QStringLiteral("evaluate"), QStringLiteral("--json")} + arguments);
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("XDG_CACHE_HOME", file("cache").toUtf8());
        for (const char* kind : {"hat", "shoes", "dress"})
            for (int i = 1; i <= 6; ++i) {
                const QString folder = QLatin1String(kind);
                QDir().mkpath(file("set") + QLatin1Char('/') + folder);
                const QString name = QStringLiteral("/%1/%1-%2.jpg").arg(folder).arg(i);
                QVERIFY(QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples") + name,
                                    file("set") + name));
            }
    }

    void aDatasetIsIndexedIntoALibraryOfTheCache() {
        const Finished run = evaluate({file("set")});
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject json = run.json();
        for (const char* name :
             {"map", "precision_at_1", "calibration_error", "queries", "photos", "ms_per_query",
              "without_match", "labels", "granularity", "rank", "method", "bits", "fitted_on", "packs"})
            QVERIFY2(json.contains(QLatin1String(name)), name);
        QCOMPARE(json[u"queries"].toInt(), 18);
        QCOMPARE(QDir(file("cache") + QStringLiteral("/likeness/datasets"))
                     .entryList({QStringLiteral("set-*.likeness")})
                     .size(),
                 1);
        QVERIFY(!QFile::exists(place_.library()));
    }

    void severalWaysToCompareAreRuns() {
        const QJsonObject json =
            evaluate({file("set"), QStringLiteral("--ranks"), QStringLiteral("codes,full"),
                      QStringLiteral("--baseline"), QStringLiteral("hsv,phash")})
                .json();
        const QJsonArray runs = json[u"runs"].toArray();
        QCOMPARE(runs.size(), 4);
        QVERIFY(runs[0][u"map"].toDouble() > runs[3][u"map"].toDouble());
    }

    void aReportIsWrittenAndCanBeRunAgain() {
        const QString report = file("report.json");
        const Finished first = evaluate({file("set"), QStringLiteral("--baseline"), QStringLiteral("lbp"),
                                         QStringLiteral("--report"), report, QStringLiteral("--report"),
                                         file("report.html"), QStringLiteral("--csv"), file("report.csv")});
        QVERIFY2(first.exitCode == 0, first.err);
        for (const char* name : {"report.json", "report.html", "report.csv"})
            QVERIFY2(QFile(file(name)).size() > 1000, name);
        const QJsonObject again = evaluate({QStringLiteral("--config"), report}).json();
        QCOMPARE(again[u"runs"][1][u"map"].toDouble(), first.json()[u"runs"][1][u"map"].toDouble());
    }

    void aBrokenConfigurationIsNamedWithItsLine() {
        QFile config(file("broken.json"));
        QVERIFY(config.open(QIODevice::WriteOnly) && config.write("{\n\"seed\": oops\n}") > 0);
        config.close();
        const Finished run = evaluate({QStringLiteral("--config"), config.fileName()});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("broken.json, line 2"), run.err);
    }

    void aFolderWithoutLabelsIsRefused() {
        QDir().mkpath(file("nothing"));
        QVERIFY(QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-1.jpg"),
                            file("nothing/a.jpg")));
        const Finished run = evaluate({file("nothing")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("no labelled photos"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestCliExperiment)
#include "test_cli_experiment.moc"
