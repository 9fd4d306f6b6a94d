// SPDX-License-Identifier: GPL-3.0-or-later
// Tags by the real program, on the sample photos: given, listed, learned from and measured by.
#include "tests/cli/program.h"

#include <QtTest>

#include <map>

using namespace likeness;
using namespace likeness::testing;

class TestCliTags : public QObject {
    Q_OBJECT

    Workplace place_;

    QStringList photosOf(const char* kind) const {
        const QDir folder(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/") + QLatin1String(kind));
        QStringList files;
        for (const QString& name : folder.entryList({QStringLiteral("*.jpg")}))
            files.append(folder.filePath(name));
        return files;
    }

    Finished tag(const QStringList& before, const QString& name, const QStringList& photos) const {
        return place_.run(QStringList{QStringLiteral("tag")} + before + QStringList{name} + photos);
    }

    std::map<QString, int> tags() const {
        std::map<QString, int> counts;
        for (const auto& tag : place_.run(words("tags --json")).json()[u"tags"].toArray())
            counts[tag[u"name"].toString()] = tag[u"photos"].toInt();
        return counts;
    }

    double map(const char* labels) const {
        const Finished evaluation =
            place_.run(words("evaluate --json --rank codes --labels") + words(labels));
        return evaluation.json()[u"map"].toDouble(-1);
    }

private Q_SLOTS:
    void initTestCase() {
        const QString samples = QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples");
        const Finished indexing = place_.run({QStringLiteral("index"), samples});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
        QVERIFY(place_.run(words("tags")).err.contains("No tags yet"));
    }

    void withoutTagsThereIsNothingToLearnFromOrToMeasureBy() {
        QCOMPARE(place_.run(words("train --labels tags")).exitCode, 1);
        QCOMPARE(place_.run(words("evaluate --labels tags")).exitCode, 1);
    }

    void aTagIsRenamedAndTakenFromAllPhotos() {
        QCOMPARE(tag({}, QStringLiteral("Holiday/Sea"), photosOf("hat").mid(0, 3)).exitCode, 0);
        const Finished renamed = place_.run(words("tag Holiday --rename Travel"));
        QVERIFY2(renamed.exitCode == 0 && renamed.err.contains("3 photos changed"), renamed.err);
        QCOMPARE(tags()[QStringLiteral("Travel/Sea")], 3);
        QCOMPARE(tags().count(QStringLiteral("Holiday/Sea")), std::size_t{0});
        QCOMPARE(place_.run(words("tag Travel")).exitCode, 2); // neither photos nor what to do
        QCOMPARE(place_.run(words("tag Travel --remove")).exitCode, 0);
        QVERIFY(tags().empty());
    }

    void photosAreListedByWordsStarsAndLabels() {
        const QStringList hats = photosOf("hat");
        QCOMPARE(
            place_.run(QStringList{QStringLiteral("rate"), QStringLiteral("4")} + hats.mid(0, 2)).exitCode,
            0);
        QCOMPARE(place_.run(QStringList{QStringLiteral("label"), QStringLiteral("blue")} + hats.mid(1, 1))
                     .exitCode,
                 0);
        QCOMPARE(place_.run(words("photos --rating 4")).out.count('\n'), 2);
        QCOMPARE(place_.run(words("photos --rating 5")).out, QByteArray());
        QCOMPARE(place_.run(words("photos --label blue")).out, hats[1].toUtf8() + '\n');
        QCOMPARE(place_.run(words("photos --text hat-1.j --json")).json()[u"photos"].toArray().size(), 1);
        const auto found = place_.run(QStringList{QStringLiteral("query"), hats[0], QStringLiteral("--json"),
                                                  QStringLiteral("--rating"), QStringLiteral("4")});
        QCOMPARE(found.json()[u"results"].toArray().size(), 1); // the query itself is no result
        QCOMPARE(place_.run(words("photos --label pink")).exitCode, 2);
        QVERIFY(place_.run({QStringLiteral("rate"), QStringLiteral("1"), QStringLiteral("/nowhere.jpg")})
                    .err.contains("nowhere"));
    }

    void remarksGoOutAndComeBack() {
        const QByteArray table = place_.run(words("remarks")).out;
        QVERIFY(table.contains(",rating,4,") && table.contains(",label,blue,"));
        QFile file(place_.path("remarks.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table) == table.size());
        file.close();
        const auto taken =
            place_.run({QStringLiteral("remarks"), QStringLiteral("--import"), place_.path("remarks.csv")});
        QVERIFY2(taken.out.contains("3 remarks taken over"), taken.out + taken.err);
    }

    void verdictsServeAsLabels() {
        QCOMPARE(place_.run(words("evaluate --labels verdicts")).exitCode, 1);
        const QStringList hats = photosOf("hat");
        QCOMPARE(place_.run(QStringList{QStringLiteral("rate"), QStringLiteral("4"), hats[2]}).exitCode, 0);
        QByteArrayList contents;
        for (const QByteArray& line : place_.run(words("remarks")).out.split('\n'))
            if (line.contains(",rating,4,"))
                contents.append(line.left(line.indexOf(',')));
        QCOMPARE(contents.size(), 3);
        QFile file(place_.path("verdicts.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents[0] + ',' + contents[1] + ",match,,1\n" + contents[0] + ',' + contents[2] +
                   ",no match,,2\n");
        file.close();
        QCOMPARE(
            place_.run({QStringLiteral("verdicts"), QStringLiteral("--import"), file.fileName()}).exitCode,
            0);
        const double reached = map("verdicts");
        QVERIFY2(reached >= .5 && reached <= 1, QByteArray::number(reached)); // first or second of two
    }

    void tagsAreGivenListedAndTakenAway() {
        QCOMPARE(tag({}, QStringLiteral(" 帽子 "), photosOf("hat")).exitCode, 0);
        QCOMPARE(tag({}, QStringLiteral("Things/Small"), photosOf("hat").mid(0, 2)).exitCode, 0);
        QCOMPARE(tags(),
                 (std::map<QString, int>{{QStringLiteral("Things/Small"), 2}, {QStringLiteral("帽子"), 8}}));
        QCOMPARE(place_.run(words("tags")).out, QByteArray("Things/Small  2\n帽子  8\n"));
        QCOMPARE(tag({QStringLiteral("--remove")}, QStringLiteral("Things/Small"), photosOf("hat")).exitCode,
                 0);
        QCOMPARE(tags(), (std::map<QString, int>{{QStringLiteral("帽子"), 8}}));
        QCOMPARE(tag({QStringLiteral("--remove")}, QStringLiteral("帽子"), photosOf("hat")).exitCode, 0);
    }

    void whatCantBeTaggedIsRefused() {
        QCOMPARE(tag({}, QStringLiteral("  "), photosOf("hat")).exitCode, 1);
        QCOMPARE(tag({}, QStringLiteral("a"), {}).exitCode, 2);
        const Finished unknown =
            tag({}, QStringLiteral("a"), photosOf("hat") + QStringList{QStringLiteral("/no/such.jpg")});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.err.contains("/no/such.jpg"));
        QVERIFY(tags().empty());
        QCOMPARE(Workplace().run(words("tags")).exitCode, 1);
    }

    void tagsThatNameFoldersMeasureAndTeachAsFoldersDo() {
        for (const char* kind : {"hat", "shoes", "dress"}) {
            const Finished done = tag({}, QLatin1String(kind), photosOf(kind));
            QVERIFY2(done.exitCode == 0, done.err);
        }
        constexpr int kinds = 3;
        const Finished evaluation = place_.run(words("evaluate --labels tags --json"));
        QVERIFY2(evaluation.exitCode == 0, evaluation.err);
        QCOMPARE(evaluation.json()[u"queries"].toInt(), 8 * kinds);
        QCOMPARE(evaluation.json()[u"labels"].toString(), QStringLiteral("tags"));
        const Finished training =
            place_.run(words("train --labels tags --bits 32 --json --out") + QStringList{place_.path("t")});
        QVERIFY2(training.exitCode == 0, training.err);
        QCOMPARE(training.json()[u"fitted_on"].toString(),
                 QStringLiteral("%1 photos of a library with %2 labels").arg(8 * kinds).arg(kinds));
        QVERIFY(training.json()[u"validation_map"].toDouble() > 1.0 / kinds);
    }

    void aPhotoWithSeveralTagsIsRelevantToEachThatSharesOne() {
        // Every photo shares "all" with every other, so that nothing can be ranked wrong.
        QVERIFY(map("tags") < 1);
        for (const char* kind : {"hat", "shoes", "dress"})
            QCOMPARE(tag({}, QStringLiteral("all"), photosOf(kind)).exitCode, 0);
        QCOMPARE(map("tags"), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestCliTags)
#include "test_cli_tags.moc"
