// SPDX-License-Identifier: GPL-3.0-or-later
// Care for a library by the real program: check, backup, restore, remove, verdicts.
#include "tests/cli/program.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::testing;

class TestCliLibrary : public QObject {
    Q_OBJECT

    Workplace place_;

    int photos() const { return place_.run(words("status --json")).json()[u"photos"].toInt(-1); }
    QString folder() const { return QDir(place_.path("photos")).canonicalPath(); }

private Q_SLOTS:
    void initTestCase() {
        QDir().mkpath(place_.path("photos"));
        for (const char* name : {"hat-1.jpg", "hat-2.jpg", "hat-3.jpg"})
            QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/") + QLatin1String(name),
                        place_.path("photos/") + QLatin1String(name));
        const Finished indexing = place_.run({QStringLiteral("index"), folder()});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
        QCOMPARE(photos(), 3);
    }

    void aSoundLibraryIsSaidToBeSo() {
        const Finished check = place_.run(words("check"));
        QCOMPARE(check.exitCode, 0);
        QCOMPARE(check.out, QByteArray("The library is sound.\n"));
    }

    void aLibraryThatIsNotThereIsNamed() {
        const Finished check = runProgram(words("--library /no/such.likeness check"));
        QCOMPARE(check.exitCode, 1);
        QVERIFY(check.err.contains("/no/such.likeness"));
    }

    void aBackupBringsBackAFolderThatWasRemoved() {
        const Finished backup = place_.run(words("backup"));
        QCOMPARE(backup.exitCode, 0);
        const QString file = QString::fromUtf8(backup.out).trimmed();
        QVERIFY(QFile::exists(file));
        QVERIFY(place_.run(words("restore")).out.contains(file.toUtf8()));
        const Finished removal = place_.run({QStringLiteral("remove"), folder()});
        QCOMPARE(removal.exitCode, 0);
        QVERIFY(removal.out.startsWith("3 photos"));
        QCOMPARE(photos(), 0);
        QVERIFY(QFile::exists(place_.path("photos/hat-1.jpg")));
        QCOMPARE(place_.run({QStringLiteral("restore"), file}).exitCode, 0);
        QCOMPARE(photos(), 3);
    }

    void removingNeedsAFolderThatWasAddedOrMissing() {
        QCOMPARE(place_.run(words("remove")).exitCode, 2);
        const Finished unknown = place_.run(words("remove /no/such"));
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.err.contains("/no/such"));
        QVERIFY(place_.run(words("remove --missing")).out.startsWith("0 photos"));
    }

    void verdictsAreImportedAndListed() {
        QFile table(place_.path("verdicts.csv"));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(QByteArray(32, 'a') + "," + QByteArray(32, 'b') + ",no match,other sole,1700000000\r\n");
        table.close();
        QVERIFY(place_.run(words("verdicts")).err.contains("No verdicts yet"));
        const Finished import =
            place_.run({QStringLiteral("verdicts"), QStringLiteral("--import"), table.fileName()});
        QCOMPARE(import.out, QByteArray("1 verdict added\n"));
        QVERIFY(place_.run(words("verdicts --csv")).out.contains(",no match,other sole,1700000000,"));
        const auto list = QJsonDocument::fromJson(place_.run(words("verdicts --json")).out).array();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][u"judgement"].toString(), QStringLiteral("no match"));
    }
};

QTEST_GUILESS_MAIN(TestCliLibrary)
#include "test_cli_library.moc"
