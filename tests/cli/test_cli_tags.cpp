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
