// SPDX-License-Identifier: GPL-3.0-or-later
// A case by the real program: its facts, its log, and the report on a query.
#include "core/base/file_io.h"
#include "tests/cli/program.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::testing;

class TestCliCase : public QObject {
    Q_OBJECT

    Workplace place_;

    QString photo(const char* name) const {
        return QDir(place_.path("photos")).canonicalPath() + QLatin1Char('/') + QLatin1String(name);
    }
    QByteArray sumOf(const char* name) const {
        return QByteArray::fromStdString(*sha256HexOfFile(photo(name).toStdString()));
    }
    QByteArray reportOn(const QStringList& more) const {
        const QString out = place_.path("report.html");
        const Finished run = place_.run(QStringList{QStringLiteral("report"), QStringLiteral("--query"),
                                                    photo("hat-1.jpg"), QStringLiteral("--out"), out} +
                                        more);
        if (run.exitCode != 0)
            qWarning("%s", run.err.constData());
        QFile file(out);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() {
        QDir().mkpath(place_.path("photos"));
        for (const char* name : {"hat-1.jpg", "hat-2.jpg", "hat-3.jpg"})
            QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/") + QLatin1String(name),
                        place_.path("photos/") + QLatin1String(name));
        const Finished indexing = place_.run({QStringLiteral("index"), place_.path("photos")});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
    }

    void factsAreSetOneByOneAndPrinted() {
        QCOMPARE(place_.run({QStringLiteral("case"), QStringLiteral("--title"), QStringLiteral("Case <7>")})
                     .exitCode,
                 0);
        QCOMPARE(place_.run({QStringLiteral("case"), QStringLiteral("--examiner"), QStringLiteral("J. Doe")})
                     .exitCode,
                 0);
        const QByteArray printed = place_.run(words("case")).out;
        QVERIFY(printed.contains("Case <7>") && printed.contains("J. Doe"));
    }

    void aReportProvesWhatItShows() {
        const QByteArray html = reportOn(words("--region .1,.1,.6,.6"));
        for (const char* name : {"hat-1.jpg", "hat-2.jpg", "hat-3.jpg"})
            QVERIFY2(html.contains(photo(name).toUtf8()) && html.contains(sumOf(name)), name);
        for (const char* part : {"Case &lt;7&gt;", "J. Doe", "Region", "x 10 %, y 10 %, 60 % × 60 %",
                                 "Matched place", "fingerprint", "Folder added", "Photos indexed"})
            QVERIFY2(html.contains(part), part);
        QCOMPARE(html.count("data:image/jpeg;base64,"), 3);
        QVERIFY(!html.contains("<script") && !html.contains("http"));
    }

    void aReportIsInTheLogWithItsSum() {
        const QByteArray html = reportOn({});
        const QByteArray log = place_.run(words("case --log")).out;
        const auto sum =
            sha256Hex(std::as_bytes(std::span(html.constData(), static_cast<std::size_t>(html.size()))));
        QVERIFY(log.contains("Report made") && log.contains(sum.c_str()));
    }

    void aFileThatIsGoneIsNamedWithTheReason() {
        QVERIFY(QFile::rename(photo("hat-3.jpg"), place_.path("away.jpg")));
        const QByteArray html = reportOn({});
        QVERIFY(QFile::rename(place_.path("away.jpg"), photo("hat-3.jpg")));
        QVERIFY(html.contains("is not there"));
        QVERIFY(!html.contains(sumOf("hat-3.jpg")));
    }

    void noReportIsWrittenAmongThePhotos() {
        const Finished run = place_.run({QStringLiteral("report"), QStringLiteral("--query"),
                                         photo("hat-1.jpg"), QStringLiteral("--out"), photo("report.html")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("among the photos"));
        QCOMPARE(QDir(place_.path("photos")).entryList(QDir::Files).size(), 3);
    }

    void aQueryThatIsMissingIsNamed() {
        const Finished run =
            place_.run(words("report --query /no/such.jpg --out /tmp/likeness-no-report.html"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("/no/such.jpg"));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/likeness-no-report.html")));
    }
};

QTEST_GUILESS_MAIN(TestCliCase)
#include "test_cli_case.moc"
