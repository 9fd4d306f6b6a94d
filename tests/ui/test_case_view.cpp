// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/casework/case_dialog.h"

#include "core/base/file_io.h"
#include "core/library/case_repository.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with six photos, searched by the first.
class TestCaseView : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    void open() {
        window_->find<QAction>("caseWork")->trigger();
        QTRY_VERIFY(window_->find<QTableView>("caseLog")->model()->rowCount() > 0);
    }
    void close() {
        window_->find<QPushButton>("caseClose")->click();
        QTRY_VERIFY(window_->window.findChild<CaseDialog*>() == nullptr);
    }
    CaseFacts stored() {
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        return *CaseRepository(*database).facts();
    }
    std::vector<CaseAction> log(CaseActionKind kind) {
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        auto actions = *CaseRepository(*database).actions();
        std::erase_if(actions, [kind](const CaseAction& action) { return action.kind != kind; });
        return actions;
    }

    /// The file that the dialog of the report is given.
    QByteArray reportAs(const QString& name) {
        window_->find<QAction>("report")->trigger();
        auto* dialog = window_->find<QFileDialog>("reportDialog");
        const QString file = window_->place.filePath(name);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), indexingLimitMs); }();
        QFile report(file);
        return report.open(QIODevice::ReadOnly) ? report.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
        window_->find<QSlider>("threshold")->setValue(0);
    }

    void cleanupTestCase() { window_.reset(); }

    void withoutAQueryThereIsNothingToReportOn() {
        open();
        QVERIFY(!window_->find<QAction>("report")->isEnabled());
        QVERIFY(!window_->find<QPushButton>("caseReport")->isEnabled());
        QVERIFY(window_->find<QPushButton>("caseReport")->toolTip().contains(QStringLiteral("Search")));
        close();
    }

    void whatIsTypedIsKept() {
        open();
        window_->find<QLineEdit>("caseTitle")->setText(QStringLiteral("Case 7"));
        window_->find<QPlainTextEdit>("caseNotes")->setPlainText(QStringLiteral("Bag\nseized"));
        close();
        QTRY_COMPARE(stored(), (CaseFacts{"Case 7", "", "Bag\nseized"}));
        open();
        QTRY_COMPARE(window_->find<QLineEdit>("caseTitle")->text(), QStringLiteral("Case 7"));
        close();
    }

    void aQueryIsLoggedOnce() {
        window_->find<QAbstractButton>("tabPhotos")->click();
        auto* grid = window_->find<ThumbnailGrid>("photosGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        window_->find<QAction>("findSimilar")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(log(CaseActionKind::QueryAsked).size(), std::size_t{1}, indexingLimitMs);
        window_->find<QSlider>("threshold")->setValue(10);
        window_->find<QSlider>("threshold")->setValue(0);
        QTest::qWait(1500);
        QCOMPARE(log(CaseActionKind::QueryAsked).size(), std::size_t{1});
        QVERIFY(log(CaseActionKind::QueryAsked)[0].details[0].text.ends_with(".jpg"));
    }

    void theLogIsSeenInTheDialog() {
        open();
        auto* model = window_->find<QTableView>("caseLog")->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->index(0, CaseLogModel::Action).data().toString(), QStringLiteral("Query asked"));
        window_->language.apply(QStringLiteral("zh_CN"));
        QTRY_COMPARE(model->index(0, CaseLogModel::Action).data().toString(), QStringLiteral("查询"));
        window_->language.apply(QStringLiteral("en"));
        close();
    }

    void aReportIsWrittenAsHtmlAndAsPdf() {
        const QByteArray html = reportAs(QStringLiteral("report.html"));
        QVERIFY(html.contains("<h1>Case 7</h1>") && html.contains("Bag<br>"));
        QCOMPARE(html.count("data:image/jpeg;base64,"), 6); // the query and five results
        const QByteArray pdf = reportAs(QStringLiteral("report.pdf"));
        QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.size() > 30'000); // with its pictures
        QTRY_COMPARE(log(CaseActionKind::ReportMade).size(), std::size_t{2});
    }

    void aReportInChineseSaysSo() {
        window_->language.apply(QStringLiteral("zh_CN"));
        const QByteArray html = reportAs(QStringLiteral("zh.html"));
        window_->language.apply(QStringLiteral("en"));
        QVERIFY(html.contains("lang=\"zh_CN\"") && html.contains("相似度") && !html.contains("Similarity"));
    }

    void noReportIsWrittenAmongThePhotos() {
        window_->find<QAction>("report")->trigger();
        auto* dialog = window_->find<QFileDialog>("reportDialog");
        const QString file = window_->place.filePath(QStringLiteral("photos/report.pdf"));
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(window_->find<QWidget>("notice")->isVisible());
        QVERIFY(!QFile::exists(file));
    }
};

QTEST_MAIN(TestCaseView)
#include "test_case_view.moc"
