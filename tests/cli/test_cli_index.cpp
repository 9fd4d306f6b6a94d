// SPDX-License-Identifier: GPL-3.0-or-later
// Indexing when things don't go smoothly: bad files, odd names, Ctrl+C, a terminal.
#include "tests/cli/program.h"

#include <QtTest>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

using namespace likeness::testing;

namespace {

namespace fs = std::filesystem;

const fs::path samples = LIKENESS_SOURCE_DIR "/resources/samples";

void writeFile(const fs::path& file, std::string_view content) {
    std::ofstream(file, std::ios::binary) << content;
}

std::string beginningOf(const fs::path& file, std::size_t bytes) {
    std::string content(bytes, '\0');
    std::ifstream(file, std::ios::binary).read(content.data(), static_cast<std::streamsize>(bytes));
    return content;
}

/// Waits until standard error tells that some photos are done.
bool waitForSomeDone(QProcess& process) {
    static const QRegularExpression someDone(QStringLiteral("Indexing: \\d+ % [1-9]\\d* of "));
    process.setReadChannel(QProcess::StandardError);
    QByteArray text;
    while (!someDone.match(QString::fromUtf8(text)).hasMatch()) {
        if (!process.waitForReadyRead(patienceMs))
            return false;
        text += process.readAllStandardError();
    }
    return true;
}

} // namespace

class TestCliIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreListedAndTheRunSucceeds() {
        const Workplace place;
        const fs::path photos = place.file("photos");
        fs::create_directory(photos);
        fs::copy_file(samples / "hat/hat-1.jpg", photos / "good.jpg");
        writeFile(photos / "empty.jpg", "");
        writeFile(photos / "truncated.jpg", beginningOf(samples / "hat/hat-2.jpg", 400));
        writeFile(photos / "text.jpg", "Dear diary");
        writeFile(photos / "notes.txt", "Dear diary");
        writeFile(photos / "\u7167\u7247.jpg", "");
        writeFile(photos / "two\nlines.jpg", "");
        writeFile(photos / "caf\xE9.jpg", "");

        const Finished run = place.run({QStringLiteral("index"), place.path("photos")});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(run.out.startsWith("7 photos found, 1 indexed in "));
        QVERIFY(run.out.contains("6 problems; to see the reasons: likeness-cli problems"));

        const QByteArray text = place.run(words("problems")).out;
        QCOMPARE(text.count('\n'), 6);
        for (const char* name :
             {"empty.jpg", "truncated.jpg", "text.jpg", "\u7167\u7247.jpg", "two\\nlines.jpg"})
            QVERIFY2(text.contains(name), name);
        const QJsonArray list = place.run(words("problems --json")).json()[u"problems"].toArray();
        QCOMPARE(list.size(), 6);
        QStringList paths;
        for (const auto& problem : list) {
            paths << problem[u"path"].toString();
            QVERIFY(!problem[u"code"].toString().isEmpty() && !problem[u"reason"].toString().isEmpty());
        }
        QVERIFY(paths.contains(place.path("photos/two\nlines.jpg")));
        QVERIFY(paths.contains(place.path("photos/caf\uFFFD.jpg")));
    }

    void aFolderInBracketsIsTakenByItsName() {
        const Workplace place;
        fs::create_directory(place.file("[2021]"));
        fs::copy_file(samples / "hat/hat-1.jpg", place.file("[2021]/a.jpg"));
        const Finished run = runScript(QStringLiteral("cd \"$2\" && \"$0\" --library \"$1\" index '[2021]'"),
                                       {place.library(), place.path("")});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(run.out.startsWith("1 photo found, 1 indexed in "));
    }

    void theDefaultLibraryLiesInTheDataFolder() {
        const Workplace place;
        fs::create_directory(place.file("photos"));
        fs::copy_file(samples / "hat/hat-1.jpg", place.file("photos/a.jpg"));
        const Finished run = runScript(QStringLiteral("XDG_DATA_HOME=$1 \"$0\" index \"$2\""),
                                       {place.path("data"), place.path("photos")});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(fs::exists(place.file("data/likeness/home.likeness")));
    }

    void limitsAreHeldAndCanBeRaised() {
        const Workplace place;
        fs::create_directory(place.file("photos"));
        fs::copy_file(samples / "hat/hat-1.jpg", place.file("photos/a.jpg"));
        const QStringList index{QStringLiteral("index"), place.path("photos")};
        QVERIFY(place.run(words("--max-megapixels 0.01") + index).out.contains("1 problem;"));
        QVERIFY(place.run(words("problems")).out.contains("megapixels"));
    }

    void controlCKeepsWhatIsDoneAndTheNextRunGoesOn() {
        const Workplace place;
        fs::create_directory(place.file("photos"));
        for (const char* folder : {"photos/first", "photos/second"})
            fs::copy(samples, place.file(folder), fs::copy_options::recursive);
        constexpr int photos = 160;

        QProcess process;
        process.start(QStringLiteral(LIKENESS_CLI),
                      QStringList{QStringLiteral("--library"), place.library()} + words("index --workers 1") +
                          QStringList{place.path("photos")});
        QVERIFY(waitForSomeDone(process));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Finished stopped = finish(process);
        QVERIFY2(stopped.exitCode == 130, stopped.err);
        QVERIFY(stopped.err.contains("What was indexed is kept"));

        const int kept = place.run(words("status --json")).json()[u"indexed"].toInt();
        QVERIFY(kept > 0 && kept < photos);
        const Finished rest = place.run(words("index"));
        QVERIFY2(rest.exitCode == 0, rest.err);
        QVERIFY(rest.out.contains(", " + QByteArray::number(photos - kept) + " indexed in "));
        QCOMPARE(place.run(words("status --json")).json()[u"indexed"].toInt(), photos);
    }

    void onATerminalThereIsABar() {
        const Workplace place;
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const std::string name = ::ptsname(terminal);

        QProcess process;
        process.setChildProcessModifier(
            [&name] { ::dup2(::open(name.c_str(), O_RDWR | O_NOCTTY), STDERR_FILENO); });
        process.start(QStringLiteral(LIKENESS_CLI),
                      {QStringLiteral("--library"), place.library(), QStringLiteral("index"),
                       QString::fromStdString((samples / "hat").string())});
        QCOMPARE(finish(process).exitCode, 0);
        QByteArray shown(1 << 16, '\0');
        shown.truncate(::read(terminal, shown.data(), static_cast<std::size_t>(shown.size())));
        ::close(terminal);
        QVERIFY(shown.contains("\rIndexing ["));
        QVERIFY(shown.endsWith("\r\x1b[K"));
    }
};

QTEST_GUILESS_MAIN(TestCliIndex)
#include "test_cli_index.moc"
