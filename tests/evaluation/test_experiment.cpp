// SPDX-License-Identifier: GPL-3.0-or-later
// Whole experiments on the sample photos, with the real network.
#include "core/evaluation/experiment_runner.h"

#include "core/evaluation/evaluator.h"
#include "core/evaluation/experiment_json.h"
#include "core/evaluation/experiment_set.h"
#include "core/evaluation/experiment_texts.h"
#include "core/evaluation/report.h"
#include "core/library/codebook_repository.h"
#include "core/library/experiment_repository.h"
#include "core/library/feature_repository.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;

namespace {

/// Two photos of each of two classes as CUB-200-2011 lies, each with a box of 100 x 100 pixels.
class BirdSet {
public:
    BirdSet() {
        const char* kinds[] = {"hat", "shoes"};
        const char* classes[] = {"001.Tern", "002.Long_billed_Wren"};
        QByteArray images;
        QByteArray labels;
        QByteArray boxes;
        for (int i = 0; i < 4; ++i) {
            const QString name = QStringLiteral("%1/%2.jpg").arg(QLatin1String(classes[i / 2])).arg(i);
            QDir().mkpath(place_.filePath(QStringLiteral("images/") + QLatin1String(classes[i / 2])));
            QFile::copy(
                QString::fromStdString((samplesFolder / kinds[i / 2] /
                                        (std::string(kinds[i / 2]) + "-" + std::to_string(i + 1) + ".jpg"))
                                           .string()),
                place_.filePath(QStringLiteral("images/") + name));
            const QByteArray number = QByteArray::number(i + 1);
            images += number + " " + name.toUtf8() + "\n";
            labels += number + " " + QByteArray::number(i / 2 + 1) + "\n";
            boxes += number + " 20.0 30.0 100.0 100.0\n";
        }
        write("images.txt", images);
        write("classes.txt", "1 001.Tern\n2 002.Long_billed_Wren\n");
        write("image_class_labels.txt", labels);
        write("bounding_boxes.txt", boxes);
    }

    std::filesystem::path folder() const { return place_.path().toStdString(); }

private:
    void write(const char* name, const QByteArray& text) const {
        QFile file(place_.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can't write");
    }

    QTemporaryDir place_;
};

} // namespace

class TestExperiment : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;

    Result<Experiment> run(const ExperimentOptions& options) const {
        ExperimentControl control;
        return runExperiment(samples_->database(), options, {Engine::Cpu, {}, "test"}, {}, control);
    }

    static std::string titleAmong(const Experiment& experiment, std::size_t run) {
        return nameAmong(experiment.runs, experiment.runs[run], inEnglish);
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
    }

    void itAgreesWithTheEvaluationOfTheLibrary() {
        ExperimentOptions options;
        options.ranks = {"codes", "full"};
        const auto experiment = run(options);
        QVERIFY2(experiment, experiment ? "" : experiment.error().text.c_str());
        QCOMPARE(experiment->runs.size(), std::size_t{2});
        const GroundTruth truth = labelsFromFolders(*samples_->photos().photos());
        for (const Ranking ranking : {Ranking::Codes, Ranking::Full}) {
            const auto expected = evaluateLibrary(samples_->database(), *samples_->recipe(), truth,
                                                  {ranking, Rerank::Expansion, 100}, {});
            const RunResult& run = experiment->runs[ranking == Ranking::Codes ? 0 : 1];
            QVERIFY(std::abs(run.map - expected->map) < 1e-9);
            QVERIFY(std::abs(run.precisionAt1 - expected->precisionAt1) < 1e-9);
            QVERIFY(std::abs(run.calibrationError - expected->calibrationError) < 1e-6);
            QCOMPARE(run.queries, expected->queries);
            QVERIFY(run.mapInterval.low < run.map && run.map < run.mapInterval.high);
        }
    }

    void photosThatAreLearnedFromAreNeitherQueriesNorResults() {
        ExperimentOptions options;
        options.methods = {"itq"};
        options.bits = {32};
        options.ranks = {"codes"};
        options.baselines = {"phash"};
        const auto experiment = run(options);
        QVERIFY2(experiment, experiment ? "" : experiment.error().text.c_str());
        QCOMPARE(experiment->runs.size(), std::size_t{2});
        for (const RunResult& run : experiment->runs) {
            QCOMPARE(run.photos, std::int64_t{40});
            QCOMPARE(run.queries, std::int64_t{40});
        }
        QVERIFY(experiment->separation.find("40 photos; none of these is a query") != std::string::npos);
    }

    void codebooksOfRegionsAreTrainedAndCompared() {
        ExperimentOptions options;
        options.granularities = {"region"};
        options.methods = {"itq", "lsh"};
        options.bits = {64};
        options.ranks = {"codes"};
        options.mostQueries = 20;
        const auto experiment = run(options);
        QVERIFY2(experiment, experiment ? "" : experiment.error().text.c_str());
        QVERIFY2(experiment->warnings.empty(),
                 experiment->warnings.empty() ? "" : experiment->warnings.front().c_str());
        QCOMPARE(experiment->runs.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            const RunResult& run = experiment->runs[i];
            QCOMPARE(run.method, options.methods[i]);
            QCOMPARE(run.bits, 64);
            QCOMPARE(run.granularity, std::string("region"));
            QCOMPARE(run.photos, std::int64_t{40});
            QVERIFY2(run.map > .2, qPrintable(QString::number(run.map))); // ten classes
            QVERIFY(run.fittedOn.find(" of 40 photos") != std::string::npos);
            QCOMPARE(run.bytesPerPhoto, 39.0 * 8);
        }
        QVERIFY(experiment->runs[0].fingerprint != experiment->runs[1].fingerprint);
        const auto recipe = libraryRecipe(samples_->database()); // the library stays as it is
        QCOMPARE((*recipe)->fingerprint(Granularity::Region),
                 samples_->recipe()->fingerprint(Granularity::Region));
        QCOMPARE(titleAmong(*experiment, 0), std::string("itq 64 region"));
    }

    void aCancelledTrialLeavesNothing() {
        ExperimentOptions options;
        options.granularities = {"part"};
        options.methods = {"itq"};
        options.bits = {32};
        ExperimentControl control;
        ExperimentWatch watch;
        watch.progress = [&control](double share, const std::string&) {
            if (share > .05)
                control.cancel();
        };
        const auto outcome =
            runExperiment(samples_->database(), options, {Engine::Cpu, {}, "test"}, watch, control);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void birdsAreAskedForByTheirBoxesWherePlacesAreCompared() {
        const BirdSet birds;
        const IndexedFolder indexed(birds.folder());
        QVERIFY2(indexed.error().empty(), indexed.error().c_str());
        ExperimentOptions options;
        options.dataset = birds.folder().string();
        const auto whole = makeExperimentSet(indexed.database(), options);
        QVERIFY2(whole, whole ? "" : whole.error().text.c_str());
        QVERIFY(whole->boxes.empty());
        QCOMPARE(whole->queries.size(), std::size_t{4});
        options.granularities = {"region"};
        const auto boxes = makeExperimentSet(indexed.database(), options);
        QCOMPARE(boxes->queries.size(), std::size_t{4});
        QVERIFY(boxes->queries.front().box != wholePhoto);
        QCOMPARE(boxes->levels.front().labels, (std::vector<std::string>{"Tern", "Long billed Wren"}));
    }

    void theNetworkBeatsItsBaselines() {
        ExperimentOptions options;
        options.baselines = {"hsv", "lbp", "hog", "phash"};
        const auto experiment = run(options);
        QCOMPARE(experiment->runs.size(), std::size_t{5});
        for (std::size_t i = 1; i < experiment->runs.size(); ++i) {
            QVERIFY(experiment->runs[i].map < experiment->runs[0].map);
            QVERIFY(experiment->runs[i].map > .1); // ten classes of eight photos
        }
    }

    void featuresAreKeptForTheNextTime() {
        ExperimentOptions options;
        options.baselines = {"lbp"};
        const auto first = run(options);
        const auto photos = *samples_->photos().photos();
        const auto kept = FeatureRepository(samples_->database()).features("lbp/1", photos);
        QCOMPARE(kept->size(), photos.size());
        const auto second = run(options);
        QVERIFY(std::abs(first->runs.back().map - second->runs.back().map) < 1e-12);
    }

    void aContenderThatFailsIsAWarning() {
        ExperimentOptions options;
        options.baselines = {"nothing"};
        const auto experiment = run(options);
        QCOMPARE(experiment->runs.size(), std::size_t{1});
        QCOMPARE(experiment->warnings.size(), std::size_t{1});
    }

    void robustnessComparesCorruptedQueriesWithCleanOnes() {
        ExperimentOptions options;
        options.granularities = {};
        options.baselines = {"hsv"};
        options.robustnessQueries = 4;
        const auto experiment = run(options);
        QVERIFY2(experiment, experiment ? "" : experiment.error().text.c_str());
        const auto& points = experiment->runs.front().robustness;
        QCOMPARE(points.size(), std::size_t{18 * 5});
        for (const RobustnessPoint& point : points)
            QVERIFY(point.map > 0 && point.map <= 1);
        // A histogram of colours doesn't mind how the photo is turned.
        const auto flip = std::ranges::find(points, "flip", &RobustnessPoint::corruption);
        QVERIFY(std::abs(flip->relative - 1) < .05);
    }

    void aCancelledExperimentEnds() {
        ExperimentControl control;
        control.cancel();
        const auto outcome = runExperiment(samples_->database(), {}, {Engine::Cpu, {}, ""}, {}, control);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void aPausedExperimentWaits() {
        ExperimentControl control;
        control.pause();
        std::atomic<bool> ended = false;
        std::jthread work([&] {
            [[maybe_unused]] const bool mayGoOn = control.mayGoOn();
            ended = true;
        });
        QTest::qWait(50);
        QVERIFY(!ended);
        control.resume();
        work.join();
        QVERIFY(ended);
    }

    void aReportCanBeReadAgain() {
        ExperimentOptions options;
        options.baselines = {"phash"};
        options.seed = 9;
        const auto experiment = run(options);
        const std::string text = toJson(*experiment);
        const auto again = experimentFromJson(text, "report");
        QVERIFY2(again, again ? "" : again.error().text.c_str());
        QCOMPARE(toJson(*again), text);
        QCOMPARE(optionsFromJson(text, "report")->seed, std::uint64_t{9});
    }

    void aBrokenReportIsNamedWithItsLine() {
        const auto options = optionsFromJson("{\n\"seed\": }\n", "report.json");
        QVERIFY(!options);
        QVERIFY(options.error().arguments.front().starts_with("report.json, line 2:"));
    }

    void theTableHasEveryFigure() {
        const auto experiment = run({});
        const std::string table = csvReport(*experiment);
        QVERIFY(table.starts_with("pack,method,bits,granularity,rank,level,metric,at,value\r\n"));
        for (const char* metric : {",map,,", ",precision_at,5,", ",precision_by_rank,1,", ",ms_median,scan,",
                                   ",map_of_class,hat,"})
            QVERIFY2(table.find(metric) != std::string::npos, metric);
    }

    void thePageNeedsNothingButItself() {
        const auto experiment = run({});
        const QString page = QString::fromStdString(htmlReport(*experiment));
        QVERIFY(page.count(QStringLiteral("<svg")) >= 5);
        QVERIFY(page.contains(QStringLiteral("data:image/jpeg;base64,/9j/")));
        static const QRegularExpression outside(QStringLiteral("(src|href)=\"(?!data:)"));
        QVERIFY(!outside.match(page).hasMatch());
    }

    void thePageSpeaksTheReadersLanguage() {
        const auto marked = [](const char*, const char* text) { return "«" + std::string(text) + "»"; };
        const auto experiment = run({});
        const QString page = QString::fromStdString(htmlReport(*experiment, marked));
        static const QRegularExpression plain(QStringLiteral("<(h1|h2|dt)>(?!«|Likeness|itq)[^<]*<"));
        QVERIFY2(!plain.match(page).hasMatch(), qPrintable(plain.match(page).captured()));
        QVERIFY(page.contains(QStringLiteral("«Precision and recall by rank»")));
        QVERIFY(page.contains(QStringLiteral("«folders of the library»")));
        QVERIFY(page.contains(QStringLiteral("«Nothing was learned here")));
        const auto again = experimentFromJson(toJson(*experiment), "test");
        QVERIFY(again->separated == experiment->separated);
    }

    void theLibraryKeepsExperiments() {
        const auto database = Database::open(samples_->file(), OpenMode::Write);
        const ExperimentRepository kept(*database);
        const auto first = kept.add("folders", 1'700'000'000, "{}");
        const auto second = kept.add("tags", 1'700'000'001, "{\"runs\": []}");
        QVERIFY(first && second);
        const auto all = kept.all();
        QCOMPARE(all->size(), std::size_t{2});
        QCOMPARE(all->front(), (KeptExperiment{*second, 1'700'000'001, "tags"}));
        QCOMPARE(*kept.report(*second), std::string("{\"runs\": []}"));
        QVERIFY(kept.remove(*first));
        QCOMPARE(kept.report(*first).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "test_experiment.moc"
