// SPDX-License-Identifier: GPL-3.0-or-later
// Duplicates by the real program: listed, protected, and measured on edited copies.
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>

using namespace likeness::testing;

class TestCliDuplicates : public QObject {
    Q_OBJECT

    Workplace place_;

    static QString sample(const char* name) {
        return QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/") + QLatin1String(name);
    }

    QJsonArray groups(const char* arguments) const {
        return place_.run(words("duplicates --json") + words(arguments)).json()[u"groups"].toArray();
    }

private Q_SLOTS:
    void initTestCase() {
        QDir().mkpath(place_.path("photos/copies"));
        for (const char* name : {"hat-1.jpg", "hat-2.jpg", "hat-3.jpg"})
            QVERIFY(QFile::copy(sample(name), place_.path("photos/") + QLatin1String(name)));
        QVERIFY(QFile::copy(sample("hat-1.jpg"), place_.path("photos/copies/hat-1.jpg")));
        const Finished indexing = place_.run({QStringLiteral("index"), place_.path("photos")});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
    }

    void anExactCopyIsListedWithTheSpaceThatItTakes() {
        const QJsonArray found = groups("--exact");
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0][u"kind"].toString(), QStringLiteral("exact"));
        QCOMPARE(found[0][u"members"].toArray().size(), 1);
        QCOMPARE(found[0][u"freeable_bytes"].toInteger(), QFileInfo(sample("hat-1.jpg")).size());
        QVERIFY(found[0][u"reference"][u"keep"].toBool());
        QVERIFY(place_.run(words("duplicates --exact")).out.contains("1 group among 4 photos"));
    }

    void theListIsThereAlsoWithoutDuplicatesOfAKind() {
        QCOMPARE(groups("--bursts").size(), 0);
        QCOMPARE(place_.run(words("duplicates --bursts")).exitCode, 0);
    }

    void aProtectedFoldersPhotosAreSuggestedToKeep() {
        const QJsonArray found =
            place_
                .run(words("duplicates --json --exact --protect") + QStringList{place_.path("photos/copies")})
                .json()[u"groups"]
                .toArray();
        QCOMPARE(found[0][u"reference"][u"path"].toString(), place_.path("photos/copies/hat-1.jpg"));
        QCOMPARE(
            place_.run(words("duplicates --exact --unprotect") + QStringList{place_.path("photos/copies")})
                .exitCode,
            0);
    }

    void aRuleThatIsNotKnownIsWrongUsage() {
        const Finished wrong = place_.run(words("duplicates --keep charm"));
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY(wrong.err.contains("charm"));
    }

    void withoutALibraryThereIsNothingToSearch() {
        QCOMPARE(Workplace().run(words("duplicates")).exitCode, 1);
    }

    void theBenchmarkMakesCopiesAndFindsThem() {
        const Finished bench =
            place_.run(words("bench duplicates --json --photos 12 --edited 2 --data") +
                       QStringList{QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples")});
        QVERIFY2(bench.exitCode == 0, bench.err);
        QCOMPARE(bench.json()[u"photos"].toInt(), 12 + 2 * 8);
        QCOMPARE(bench.json()[u"edited"].toInt(), 2);
        QVERIFY(bench.json()[u"mean"].toDouble() > 0.9);
        QVERIFY(bench.json()[u"precision"].toDouble() > 0.9);
    }
};

QTEST_GUILESS_MAIN(TestCliDuplicates)
#include "test_cli_duplicates.moc"
