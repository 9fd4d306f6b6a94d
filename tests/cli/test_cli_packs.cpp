// SPDX-License-Identifier: GPL-3.0-or-later
// Two packs in one library, and codebooks of its own for regions, by the real program on sample photos.
#include "tests/cli/program.h"

#include <QtTest>

#include <csignal>

using namespace likeness::testing;

class TestCliPacks : public QObject {
    Q_OBJECT

    Workplace place_;

    static QString sample(const char* name) {
        return QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/") + QString::fromUtf8(name);
    }

    static void copyPhotos(const Workplace& place) {
        std::filesystem::create_directories(place.file("photos"));
        for (const char* kind : {"hat", "pants", "shirt", "shoes"})
            for (int i = 1; i <= 6; ++i) {
                const QString name = QStringLiteral("%1-%2.jpg").arg(QLatin1String(kind)).arg(i);
                QFile::copy(sample(kind) + QLatin1Char('/') + name,
                            place.path("photos") + QLatin1Char('/') + name);
            }
    }

    /// The codes of that granularity and use, as status tells them.
    static QJsonObject codes(const Workplace& place, const char* granularity, const char* use) {
        for (const auto& each : place.run(words("status --json")).json()[u"codes"].toArray()) {
            QJsonObject one = each.toObject();
            if (one[u"granularity"] == QLatin1String(granularity) && one[u"use"] == QLatin1String(use))
                return one;
        }
        return {};
    }

    static Finished queryRegion(const Workplace& place) {
        return place.run({QStringLiteral("query"), sample("hat/hat-1.jpg"), QStringLiteral("--region"),
                          QStringLiteral("0.2,0.2,0.6,0.6"), QStringLiteral("--json")});
    }

private Q_SLOTS:
    void initTestCase() {
        const Finished indexing =
            place_.run({QStringLiteral("index"), QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples")});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
    }

    void fusingWithAPackThatIsNotIndexedNamesTheRemedy() {
        for (const QStringList& command : {QStringList{QStringLiteral("query"), sample("hat/hat-1.jpg")},
                                           QStringList{QStringLiteral("evaluate")}}) {
            const Finished refused = place_.run(command + words("--fuse-pack small-cnn-224"));
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains("--pack small-cnn-224 index"), refused.err);
        }
        QVERIFY(place_.run(words("evaluate --fuse-pack no-such-pack")).err.contains("no-such-pack"));
    }

    void twoPacksAreFusedOnceBothAreIndexed() {
        const auto alone = place_.run(words("evaluate --json")).json()[u"map"].toDouble();
        const Finished indexing = place_.run(words("--pack small-cnn-224 index"));
        QVERIFY2(indexing.exitCode == 0, indexing.err);
        QVERIFY(indexing.out.contains("80 indexed"));
        const QStringList first = words("--pack efficientnet-lite2-384");
        QCOMPARE(place_.run(first + words("evaluate --json")).json()[u"map"].toDouble(), alone);

        const Finished evaluation = place_.run(first + words("evaluate --json --fuse-pack small-cnn-224"));
        QVERIFY2(evaluation.exitCode == 0, evaluation.err);
        QCOMPARE(evaluation.json()[u"packs"].toArray().size(), 2);
        QCOMPARE(evaluation.json()[u"queries"].toInt(), 80);
        QVERIFY(evaluation.json()[u"map"].toDouble() > 0.2); // by chance 0.1

        const QStringList query = first + QStringList{QStringLiteral("query"), sample("hat/hat-1.jpg")};
        const Finished found = place_.run(query + words("--json --fuse-pack small-cnn-224"));
        QVERIFY2(found.exitCode == 0, found.err);
        QCOMPARE(found.json()[u"searched"].toInt(), 80);
        QVERIFY(found.json()[u"results"].toArray().size() == 20);
        QVERIFY(found.json()[u"results"] != place_.run(query + words("--json")).json()[u"results"]);
    }

    void ownRegionsAreTrainedIndexedAndSearched() {
        const Workplace place;
        copyPhotos(place);
        QCOMPARE(place.run({QStringLiteral("index"), place.path("photos")}).exitCode, 0);
        const Finished training =
            place.run(words("train --granularity region --method itq --bits 64 --json"));
        QVERIFY2(training.exitCode == 0, training.err);
        QCOMPARE(training.json()[u"granularity"].toString(), QStringLiteral("region"));
        QCOMPARE(training.json()[u"fitted_on"].toString(),
                 QStringLiteral("960 windows of 24 photos of a library"));
        QCOMPARE(codes(place, "region", "searched")[u"bits"].toInt(), 256);
        QCOMPARE(codes(place, "region", "searched")[u"photos"].toInt(), 24);
        QCOMPARE(codes(place, "region", "next")[u"photos"].toInt(), 0);

        QProcess process;
        process.start(QStringLiteral(LIKENESS_CLI),
                      {QStringLiteral("--library"), place.library(), QStringLiteral("index"),
                       QStringLiteral("--workers"), QStringLiteral("1")});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(codes(place, "region", "next")[u"photos"].toInt() > 0, patienceMs);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGKILL), 0);
        process.waitForFinished(patienceMs);
        const int done = codes(place, "region", "next")[u"photos"].toInt();
        QVERIFY(done > 0);
        if (done < 24) { // the usual case; a slow start of status may let the run end
            QCOMPARE(codes(place, "region", "searched")[u"photos"].toInt(), 24);
            const Finished old = queryRegion(place);
            QVERIFY2(old.exitCode == 0, old.err);
            QCOMPARE(old.json()[u"results"].toArray().size(), 20);
        }

        const Finished rest = place.run(words("index"));
        QVERIFY2(rest.exitCode == 0, rest.err);
        const QJsonObject searched = codes(place, "region", "searched");
        QCOMPARE(searched[u"bits"].toInt(), 64);
        QCOMPARE(searched[u"photos"].toInt(), 24);
        QVERIFY(codes(place, "region", "next").isEmpty());
        QCOMPARE(codes(place, "region", "kept")[u"bits"].toInt(), 256);
        const Finished found = queryRegion(place);
        QVERIFY2(found.exitCode == 0, found.err);
        QCOMPARE(found.json()[u"results"].toArray().size(), 20);
    }

    void everyMethodTrainsPartsIntoAFile_data() {
        QTest::addColumn<QByteArray>("method");
        for (const char* method : {"deep", "itq", "lsh", "qh", "ch"})
            QTest::newRow(method) << QByteArray(method);
    }
    void everyMethodTrainsPartsIntoAFile() {
        QFETCH(QByteArray, method);
        const Workplace place;
        copyPhotos(place);
        QCOMPARE(place.run({QStringLiteral("index"), place.path("photos")}).exitCode, 0);
        const Finished training = place.run(
            words(("train --granularity part --bits 32 --photos 16 --json --method " + method).constData()) +
            QStringList{QStringLiteral("--out"), place.path("part.codebook")});
        QVERIFY2(training.exitCode == 0, training.err);
        QCOMPARE(training.json()[u"method"].toString(), QString::fromUtf8(method));
        QVERIFY(std::filesystem::exists(place.file("part.codebook")));
        QVERIFY(codes(place, "part", "next").isEmpty());
    }

    void windowsTakeNoLabels() {
        QCOMPARE(place_.run(words("train --granularity region --labels folders")).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliPacks)
#include "test_cli_packs.moc"
