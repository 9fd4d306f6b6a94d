// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says to wrong or missing input. Nothing here needs the network.
#include "tests/cli/program.h"

#include <QtTest>

#include <fstream>

using namespace likeness::testing;

class TestCliUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutASubCommandItShowsItsHelp() {
        const Finished run = runProgram({});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.contains("index") && run.err.contains("query"));
        QVERIFY(run.out.isEmpty());
    }

    void helpAndVersionAreNoFailure() {
        const Finished help = runProgram(words("--help"));
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("--library") && help.out.contains("Exit codes"));
        const Finished version = runProgram(words("--version"));
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith("likeness-cli "));
    }

    void wrongUsageIsTold_data() {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("unknown sub-command") << QStringLiteral("find");
        QTest::newRow("unknown option") << QStringLiteral("status --fast");
        QTest::newRow("no photo") << QStringLiteral("query");
        QTest::newRow("unknown ranking") << QStringLiteral("query a.jpg --rank best");
        QTest::newRow("no number") << QStringLiteral("query a.jpg --top many");
        QTest::newRow("nothing wanted") << QStringLiteral("query a.jpg --top 0");
        QTest::newRow("unknown engine") << QStringLiteral("--engine tpu status");
        QTest::newRow("no time at all") << QStringLiteral("--timeout 0 status");
        QTest::newRow("unknown labels") << QStringLiteral("evaluate --labels colours");
    }

    void wrongUsageIsTold() {
        QFETCH(QString, arguments);
        const Finished run = runProgram(arguments.split(QLatin1Char(' ')));
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(run.out.isEmpty());
    }

    void aLibraryThatIsNotThereIsNamedWithTheRemedy_data() {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments : {"status", "problems", "query a.jpg", "evaluate", "bench", "index"})
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
    }

    void aLibraryThatIsNotThereIsNamedWithTheRemedy() {
        QFETCH(QString, arguments);
        const Workplace place;
        const Finished run = place.run(arguments.split(QLatin1Char(' ')));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(place.library().toUtf8()));
        QVERIFY(run.err.contains("Index a folder to make one."));
        QVERIFY(!std::filesystem::exists(place.library().toStdString()));
    }

    void aFileThatIsNoLibraryIsRefusedAndLeftAsItIs() {
        const Workplace place;
        std::ofstream(place.library().toStdString()) << "a diary";
        const Finished run = place.run(words("status"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("is not a Likeness library"));
        QCOMPARE(std::filesystem::file_size(place.library().toStdString()), std::uintmax_t{7});
    }

    void aFolderThatIsNotThereIsNamed() {
        const Workplace place;
        const Finished run = place.run({QStringLiteral("index"), place.path("holidays")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(place.path("holidays").toUtf8()));
        QVERIFY(!std::filesystem::exists(place.library().toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
