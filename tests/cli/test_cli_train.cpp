// SPDX-License-Identifier: GPL-3.0-or-later
// Training by the real program, on the sample photos.
#include "core/hashing/codebook.h"
#include "core/library/code_repository.h"
#include "core/library/codebook_repository.h"
#include "tests/cli/program.h"

#include <QtTest>

#include <csignal>

using namespace likeness;
using namespace likeness::testing;

class TestCliTrain : public QObject {
    Q_OBJECT

    Workplace place_;

    Finished train(const char* options, const char* file) const {
        return place_.run(words("train") + words(options) +
                          QStringList{QStringLiteral("--out"), place_.path(file)});
    }

    Result<Codebook> load(const char* file) const {
        const auto pack = findModelPack(defaultPackName);
        return pack ? loadCodebook(place_.file(file), *pack) : Result<Codebook>(pack.error());
    }

private Q_SLOTS:
    void initTestCase() {
        const QString samples = QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples");
        const Finished indexing = place_.run({QStringLiteral("index"), samples});
        QVERIFY2(indexing.exitCode == 0, indexing.err);
    }

    void everyMethodGivesACodebookThatCanBeLoaded_data() {
        QTest::addColumn<QByteArray>("method");
        for (const char* method : {"deep", "itq", "lsh", "qh", "ch"})
            QTest::newRow(method) << QByteArray(method);
    }
    void everyMethodGivesACodebookThatCanBeLoaded() {
        QFETCH(QByteArray, method);
        const Finished training = train("--bits 48 --json --method " + method, "a.codebook");
        QVERIFY2(training.exitCode == 0, training.err);
        const auto codebook = load("a.codebook");
        QVERIFY2(codebook, codebook ? "" : codebook.error().text.c_str());
        QCOMPARE(QByteArray::fromStdString(std::string(codebook->encoder->method())), method);
        QCOMPARE(codebook->encoder->bits(), 48);
        QVERIFY(!codebook->whitening);
        QCOMPARE(training.json()[u"checksum"].toString().toStdString(), codebook->checksum);
        QCOMPARE(training.json()[u"fitted_on"].toString(), QStringLiteral("80 photos of a library"));
    }

    void learningFromLabelsTellsHowItGoesAndBeatsChanceByFar() {
        const Finished training = train("--labels folders --bits 64 --json", "a.codebook");
        QVERIFY2(training.exitCode == 0, training.err);
        QVERIFY(training.err.contains("loss "));
        QVERIFY(training.err.contains("validation mAP "));
        QVERIFY(training.json()[u"validation_map"].toDouble() > 0.3); // by chance 0.1
        QVERIFY(training.json()[u"best_epoch"].toInt() > 0);
        QVERIFY(training.json()[u"validation_map_before"].toDouble() > 0.1);
        const QJsonArray curve = training.json()[u"curve"].toArray();
        QCOMPARE(curve.first()[u"epoch"].toInt(), 1);
        QVERIFY(curve.first()[u"loss"].toDouble() > curve.last()[u"loss"].toDouble());
        double best = 0;
        for (const auto& point : curve)
            best = std::max(best, point[u"validation_map"].toDouble());
        QCOMPARE(best, training.json()[u"validation_map"].toDouble());
        QCOMPARE(curve.last()[u"on"].toString(), QStringLiteral("all photos"));
        QCOMPARE(curve.last()[u"epoch"].toInt(), training.json()[u"best_epoch"].toInt());
    }

    void theSameSeedGivesTheSameFileAndAnotherSeedAnother() {
        for (const char* options : {"--labels folders --bits 32", "--unsupervised --bits 32"}) {
            QCOMPARE(train(options, "first.codebook").exitCode, 0);
            QCOMPARE(train(options, "second.codebook").exitCode, 0);
            QCOMPARE(train((QByteArray(options) + " --seed 2").constData(), "third.codebook").exitCode, 0);
            QVERIFY(*readFile(place_.file("first.codebook")) == *readFile(place_.file("second.codebook")));
            QVERIFY(*readFile(place_.file("first.codebook")) != *readFile(place_.file("third.codebook")));
        }
    }

    void crossValidationAndSearchComeBeforeTheTraining() {
        const Finished folds = train("--labels folders --bits 16 --folds 2 --json", "a.codebook");
        QVERIFY2(folds.exitCode == 0, folds.err);
        QCOMPARE(folds.json()[u"fold_maps"].toArray().size(), 2);
        QVERIFY(folds.err.contains("Fold 2 of 2: mAP "));
        const Finished search = train("--labels folders --bits 16 --search --folds 2 --json", "a.codebook");
        QVERIFY2(search.exitCode == 0, search.err);
        QVERIFY(search.json()[u"search"].toObject()[u"map"].toDouble() > 0.2);
        QVERIFY(search.err.contains("Trial 18 of 18: "));
    }

    void controlCKeepsTheBestSoFar() {
        QProcess process;
        process.start(QStringLiteral(LIKENESS_CLI),
                      QStringList{QStringLiteral("--library"), place_.library()} +
                          words("train --labels folders --bits 1024 --out") +
                          QStringList{place_.path("stopped.codebook")});
        QVERIFY(process.waitForStarted());
        process.setReadChannel(QProcess::StandardError);
        QByteArray heard;
        while (!heard.contains("validation mAP") && process.waitForReadyRead(patienceMs))
            heard += process.readAllStandardError();
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Finished stopped = finish(process);
        QVERIFY2(stopped.exitCode == 130, stopped.err);
        QVERIFY(stopped.err.contains("The codebook is the best so far."));
        const auto codebook = load("stopped.codebook");
        QVERIFY(codebook);
        QCOMPARE(codebook->encoder->bits(), 1024);
    }

    void aTrainedCodebookIsKeptAndSearchedWithUntilAnotherIs() {
        QCOMPARE(place_.run(words("train --method lsh --bits 64")).exitCode, 0);
        const Database database = *Database::open(place_.file("test.likeness"), OpenMode::ReadOnly);
        const auto pack = *findModelPack(defaultPackName);
        const auto recipe = libraryRecipe(database, pack);
        QVERIFY(recipe);
        QVERIFY((*recipe)->codebook().encoder->method() == "lsh");
        QCOMPARE((*recipe)->codebook().encoder->bits(), 64);
        const auto codes = CodeRepository(database, (*recipe)->fingerprint()).globalCodes();
        QVERIFY(codes && !codes->empty());
        QCOMPARE(codes->front().code.bits(), 64);
        QCOMPARE(CodebookRepository(database).all(pack)->size(), std::size_t{1});
        QCOMPARE(place_.run(words("train --pack-codebook")).exitCode, 0);
        QVERIFY((*libraryRecipe(database, pack))->codebook().encoder->method() == "itq");
    }

    void whatCantBeTrainedIsRefused() {
        QCOMPARE(train("--method itq --labels folders --folds 3", "b.codebook").exitCode, 2);
        QCOMPARE(train("--folds 3", "b.codebook").exitCode, 2);
        QCOMPARE(train("--unsupervised --labels folders", "b.codebook").exitCode, 2);
        QCOMPARE(train("--bits 8", "b.codebook").exitCode, 2);
        QCOMPARE(place_.run(words("train --out")).exitCode, 2);
        const Workplace empty;
        QCOMPARE(empty.run(words("train --out") + QStringList{empty.path("b.codebook")}).exitCode, 1);
        QVERIFY(!std::filesystem::exists(place_.file("b.codebook")));
    }
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_cli_train.moc"
