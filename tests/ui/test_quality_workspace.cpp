// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/quality/chart_export.h"
#include "ui/quality/experiment_chart_view.h"
#include "ui/quality/quality_workspace.h"
#include "ui/quality/run_table_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

/// On one window with 24 photos of three kinds.
class TestQualityWorkspace : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> opened_;

    void run() {
        auto* start = opened_->find<QPushButton>("qualityStart");
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), indexingLimitMs);
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), indexingLimitMs);
    }
    void check(const char* name, bool isOn) { opened_->find<QCheckBox>(name)->setChecked(isOn); }

private Q_SLOTS:
    void initTestCase() {
        opened_ = std::make_unique<OpenedWindow>();
        opened_->window.addFolders({opened_->copySamples(
            {QStringLiteral("hat"), QStringLiteral("shoes"), QStringLiteral("dress")}, 8)});
        const auto indexed = [this] {
            const auto& photos = opened_->session.snapshot()->photos();
            return photos.size() == 24 && !opened_->session.isIndexing();
        };
        QTRY_VERIFY_WITH_TIMEOUT(indexed(), indexingLimitMs);
        opened_->find<QAbstractButton>("tabQuality")->click();
    }

    void cleanupTestCase() { opened_.reset(); }

    void anExperimentFillsChartsTableAndFailures() {
        check("quality-phash", true);
        run();
        const auto* figures = opened_->find<QTableView>("qualityFigures");
        QCOMPARE(figures->model()->rowCount(), 2);
        QVERIFY(opened_->find<QComboBox>("qualityChart")->count() >= 6);
        const auto* chart = opened_->find<ExperimentChartView>("qualityChartView");
        QCOMPARE(chart->chart().series.size(), std::size_t{2});
        QVERIFY(opened_->find<ThumbnailGrid>("failuresGrid")->model()->rowCount() > 1);
    }

    void aFailureTellsWhyItWasFound() {
        auto* grid = opened_->find<ThumbnailGrid>("failuresGrid");
        grid->setCurrentIndex(grid->model()->index(1, 0));
        std::optional<ShareMap> map;
        QObject receiver;
        connect(&opened_->session, &LibrarySession::explained, &receiver,
                [&map](PhotoId, const Result<ShareMap>& explained) {
                    if (explained)
                        map = *explained;
                });
        opened_->find<QPushButton>("whyAlike")->click();
        QTRY_VERIFY_WITH_TIMEOUT(map.has_value(), indexingLimitMs);
        QCOMPARE(std::ssize(map->shares), map->width * map->height);
        opened_->find<QPushButton>("whyAlike")->click();
    }

    void theExperimentIsKeptAndComesBack() {
        auto* kept = opened_->find<QComboBox>("qualityKept");
        QVERIFY(kept->count() >= 2);
        kept->setCurrentIndex(1);
        Q_EMIT kept->activated(1);
        QTRY_COMPARE(opened_->find<QTableView>("qualityFigures")->model()->rowCount(), 2);
    }

    void pointsAreSeenWhereThereAreNoLines() {
        auto* choice = opened_->find<QComboBox>("qualityChart");
        choice->setCurrentIndex(choice->findData(QStringLiteral("time")));
        auto* chart = opened_->find<ExperimentChartView>("qualityChartView");
        const QImage picture = chart->grab().toImage();
        const QColor first(0x1f6feb); // of the first series in light colours
        int pixels = 0;
        for (int y = 0; y < picture.height() * 2 / 3; ++y) // above the legend
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, y) == first ? 1 : 0;
        QVERIFY2(pixels > 20, qPrintable(QString::number(pixels)));
        choice->setCurrentIndex(0);
    }

    void touchingAPointOfSimilarityOffersItsThreshold() {
        auto* choice = opened_->find<QComboBox>("qualityChart");
        choice->setCurrentIndex(choice->findData(QStringLiteral("similarity")));
        auto* chart = opened_->find<ExperimentChartView>("qualityChartView");
        auto* workspace = opened_->find<QualityWorkspace>("qualityView");
        const QSignalSpy wanted(workspace, &QualityWorkspace::thresholdWanted);
        Q_EMIT chart->touched(0, 0);
        for (QPushButton* button : workspace->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Use in Similar"))
                button->click();
        QCOMPARE(wanted.count(), 1);
        const double threshold = wanted.front().front().toDouble();
        QVERIFY(threshold >= 0 && threshold < 1);
    }

    void aPausedExperimentGoesOn() {
        opened_->find<QAbstractButton>("tabQuality")->click();
        auto* start = opened_->find<QPushButton>("qualityStart");
        auto* pause = opened_->find<QPushButton>("qualityPause");
        check("quality-hog", true);
        start->click();
        pause->click();
        QVERIFY(start->isEnabled() && !pause->isEnabled());
        QCOMPARE(start->text(), QStringLiteral("Resume"));
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled() && start->text() == QLatin1String("Run"),
                                 indexingLimitMs);
        QCOMPARE(opened_->find<QTableView>("qualityFigures")->model()->rowCount(), 3);
    }

    void chartsAreExportedInThreeFormats_data() {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << ".png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << ".svg" << QByteArray("<svg");
        QTest::newRow("pdf") << ".pdf" << QByteArray("%PDF");
    }

    void chartsAreExportedInThreeFormats() {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        auto* chart = opened_->find<ExperimentChartView>("qualityChartView");
        const QString file = opened_->place.filePath(QStringLiteral("chart") + suffix);
        QVERIFY(exportChart(*chart, chart->chart(), file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith(start));
    }

    void reportsAreWrittenInEachFormat_data() {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("html") << ".html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("json") << ".json" << QByteArray("{");
        QTest::newRow("csv") << ".csv" << QByteArray("pack,method,");
        QTest::newRow("pdf") << ".pdf" << QByteArray("%PDF");
    }

    void reportsAreWrittenInEachFormat() {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        const QString file = opened_->place.filePath(QStringLiteral("report") + suffix);
        QualityPresenter presenter(opened_->session);
        QTRY_VERIFY(!presenter.kept().empty());
        presenter.showKept(presenter.kept().front().id, QualityPresenter::Show::Alone);
        QTRY_VERIFY(presenter.experiment());
        const QSignalSpy written(&presenter, &QualityPresenter::reportWritten);
        presenter.writeReport(file);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, indexingLimitMs);
        QFile report(file);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray content = report.readAll();
        QVERIFY(content.startsWith(start));
        QVERIFY(content.size() > 2000);
    }

    void aReportThatCannotBeWrittenIsTold() {
        QVERIFY(!exportReport(Experiment{{}, "", "", "", "", "", {}, {}, {RunResult()}},
                              opened_->place.filePath(QStringLiteral("no/such/folder/report.pdf"))));
    }

    void theTablePassesTheModelTester() {
        RunTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRuns(std::vector<RunResult>(3));
        QCOMPARE(model.rowCount(), 3);
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestQualityWorkspace)
#include "test_quality_workspace.moc"
