// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "core/library/verdict_file.h"
#include "core/library/verdict_repository.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

ContentHash hash(unsigned char value) {
    ContentHash content{};
    content.fill(static_cast<std::byte>(value));
    return content;
}

Verdict verdict(unsigned char a, unsigned char b, Judgement judgement, std::string note = "") {
    return {contentPair(hash(a), hash(b)), judgement, std::move(note), 1'700'000'000};
}

} // namespace

class TestVerdicts : public QObject {
    Q_OBJECT

    Workplace place_;
    std::filesystem::path photo_;

    Database writable() const { return *Database::open(place_.library(), OpenMode::Write); }

private Q_SLOTS:
    void initTestCase() {
        photo_ = place_.put(0, "a.jpg");
        place_.put(1, "b.jpg");
        QVERIFY(place_.index());
    }

    void whicheverOfTwoIsSearchedByTheVerdictIsTheSame() {
        const Database database = writable();
        const VerdictRepository verdicts(database);
        const std::vector first{verdict(9, 3, Judgement::Match, "same bag"),
                                verdict(3, 5, Judgement::NoMatch)};
        VERIFY_OK(verdicts.set(first));
        const std::vector others{hash(9), hash(4)};
        QCOMPARE(*verdicts.between(hash(3), others), std::vector{first[0]});
        QCOMPARE(*verdicts.between(hash(9), std::vector{hash(3)}), std::vector{first[0]});
        VERIFY_OK(verdicts.set(std::vector{verdict(3, 9, Judgement::Undecided)}));
        QCOMPARE(verdicts.all()->front().judgement, Judgement::NoMatch); // 3 and 5
        QCOMPARE(verdicts.all()->back().judgement, Judgement::Undecided);
        VERIFY_OK(verdicts.remove(std::vector{contentPair(hash(3), hash(9))}));
        QCOMPARE(verdicts.all()->size(), std::size_t{1});
        VERIFY_OK(verdicts.remove(std::vector{contentPair(hash(3), hash(5))}));
        QVERIFY(verdicts.all()->empty());
    }

    void aVerdictOutlivesThatItsPhotoIsRenamed() {
        const PhotoId id = place_.idOf(photo_);
        const auto contents = VerdictRepository(place_.open()).contentsOf(std::vector{id});
        const ContentHash content = contents->at(id);
        {
            const Database database = writable();
            VERIFY_OK(VerdictRepository(database).set(
                std::vector{Verdict{contentPair(content, hash(1)), Judgement::Match, "", 5}}));
        }
        std::filesystem::rename(photo_, photo_.parent_path() / "renamed.jpg");
        QVERIFY(place_.index());
        const auto listed = listedVerdicts(place_.open());
        QCOMPARE(listed->size(), std::size_t{1});
        const auto& entry = listed->front();
        QCOMPARE((entry.first.empty() ? entry.second : entry.first).filename().string(),
                 std::string("renamed.jpg"));
        QVERIFY(entry.first.empty() || entry.second.empty()); // the other content is nobody's
    }

    void verdictsComeBackFromWhatWasWritten_data() {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("table") << ".csv";
        QTest::newRow("JSON") << ".json";
    }

    void verdictsComeBackFromWhatWasWritten() {
        QFETCH(QString, suffix);
        const std::vector verdicts{verdict(1, 2, Judgement::Match, "two\nlines, \"quoted\", 相同"),
                                   verdict(7, 2, Judgement::NoMatch)};
        const std::vector<ListedVerdict> listed{{verdicts[0], "/photos/a,b.jpg", ""}, {verdicts[1], "", ""}};
        const std::filesystem::path file =
            place_.library().parent_path() / ("verdicts" + suffix.toStdString());
        const std::string text =
            suffix == QLatin1String(".csv") ? verdictsAsCsv(listed) : verdictsAsJson(listed);
        VERIFY_OK(writeFileAtomically(file, std::as_bytes(std::span(text))));
        QCOMPARE(*readVerdicts(file), verdicts);
    }

    void aBrokenFileIsNamedWithItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("where");
        const QByteArray hashes = QByteArray(32, '0') + "," + QByteArray(32, '1');
        QTest::newRow("a judgement") << hashes + ",match,,5\r\n" + hashes + ",perhaps,,5\r\n"
                                     << "v.csv"
                                     << "line 2";
        QTest::newRow("a hash") << QByteArray("12,34,match,,5") << "v.csv"
                                << "line 1";
        QTest::newRow("a time") << hashes + ",match,,yesterday"
                                << "v.csv"
                                << "line 1";
        QTest::newRow("no JSON") << QByteArray("{") << "v.json"
                                 << "its beginning";
        QTest::newRow("an entry") << QByteArray("[{\"first\": 3}]") << "v.json"
                                  << "entry 1";
    }

    void aBrokenFileIsNamedWithItsLine() {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        QFETCH(QString, where);
        const std::filesystem::path file = place_.library().parent_path() / name.toStdString();
        QFile written(QString::fromStdString(file.string()));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
        written.close();
        const auto read = readVerdicts(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
        QVERIFY(QString::fromStdString(read.error().arguments.front())
                    .contains(name + QStringLiteral(", ") + where));
    }

    void aFileThatIsNotThereIsNamed() {
        QCOMPARE(readVerdicts("/no/such/verdicts.csv").error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "test_verdicts.moc"
