// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/clipped_text.h"
#include "tests/ui/opened_window.h"

#include "ui/training/training_dialog.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

/// The dialog on the real window, over 24 photos in three folders.
class TestTrainingDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->window.addFolders({window_->copySamples(
            {QStringLiteral("hat"), QStringLiteral("shoes"), QStringLiteral("dress")}, 8)});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.snapshot()->indexedCount() == 24, indexingLimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!window_->session.isIndexing(), indexingLimitMs);
        window_->find<QAction>("train")->trigger(); // of the menu "Method"
        QVERIFY(window_->find<TrainingDialog>("trainingDialog")->isVisible());
        QTRY_VERIFY(
            window_->find<QComboBox>("trainingLabels")->itemText(1).contains(QStringLiteral("3 classes")));
    }

    void cleanupTestCase() { window_.reset(); }

    void itIsOpenedOnceAndLeavesTheWindowUsable() {
        window_->find<QAction>("trainCodebook")->trigger();
        QCOMPARE(window_->window.findChildren<TrainingDialog*>().size(), 1);
        QVERIFY(!dialog()->isModal());
    }

    void labelsAreShownWithWhatThereIsOfThem() {
        QCOMPARE(labels()->itemText(0), QStringLiteral("None, by likeness alone (24 photos)"));
        QCOMPARE(labels()->itemText(1), QStringLiteral("Folders (3 classes, 24 photos)"));
        QCOMPARE(labels()->itemText(2), QStringLiteral("Tags (0 classes, 0 photos)"));
        labels()->setCurrentIndex(2);
        QVERIFY(window_->find<QLabel>("trainingAdvice")->isVisible());
        QVERIFY(!button("trainingStart")->isEnabled());
        labels()->setCurrentIndex(1);
        QVERIFY(!window_->find<QLabel>("trainingAdvice")->isVisible());
        QVERIFY(button("trainingStart")->isEnabled());
    }

    void cancellingOffersTheBestSoFarAndDiscardingForgetsIt() {
        labels()->setCurrentIndex(1);
        choose("trainingBits", 1024);
        click("trainingStart");
        QVERIFY(!labels()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("trainingLoss") > 0, indexingLimitMs);
        click("trainingCancel");
        QTRY_VERIFY_WITH_TIMEOUT(button("trainingUse")->isVisible(), indexingLimitMs);
        QVERIFY(text().contains(QStringLiteral("Validation mAP: ")));
        click("trainingDiscard");
        QCOMPARE(pointsOf("trainingLoss"), 0);
        QVERIFY(button("trainingStart")->isVisible());
        QVERIFY(labels()->isEnabled());
    }

    void curvesGrowAndTheNewCodebookIsUsed() {
        labels()->setCurrentIndex(1);
        choose("trainingBits", 64);
        click("trainingStart");
        QTRY_VERIFY_WITH_TIMEOUT(button("trainingUse")->isVisible(), indexingLimitMs);
        QVERIFY(pointsOf("trainingLoss") > 2);
        QVERIFY(pointsOf("trainingValidation") > 2);
        fitsInEachLanguage();
        click("trainingUse");
        QTRY_COMPARE_WITH_TIMEOUT(window_->find<QToolButton>("methodButton")->text(),
                                  QStringLiteral("Deep · 64 bits"), indexingLimitMs);
        QTRY_COMPARE(text(), QStringLiteral("Photos are searched with the new codebook now."));
        QVERIFY(button("trainingStart")->isVisible());
    }

    void advancedChoicesUnfold() {
        QVERIFY(!window_->find<QSpinBox>("trainingSeed")->isVisible());
        click<QToolButton>("trainingAdvanced");
        QVERIFY(window_->find<QSpinBox>("trainingSeed")->isVisible());
        QVERIFY(window_->find<QSpinBox>("trainingFolds")->isEnabled());
        choose("trainingMethod", QStringLiteral("itq"));
        QVERIFY(!window_->find<QSpinBox>("trainingFolds")->isEnabled());
        fitsInEachLanguage();
    }

private:
    TrainingDialog* dialog() { return window_->find<TrainingDialog>("trainingDialog"); }
    QComboBox* labels() { return window_->find<QComboBox>("trainingLabels"); }
    QPushButton* button(const char* name) { return window_->find<QPushButton>(name); }
    QString text() { return window_->find<QLabel>("trainingStatus")->text(); }

    template <typename Button = QPushButton>
    void click(const char* name) {
        QTest::mouseClick(window_->find<Button>(name), Qt::LeftButton);
    }

    void choose(const char* box, const QVariant& data) {
        auto* choices = window_->find<QComboBox>(box);
        choices->setCurrentIndex(choices->findData(data));
    }

    /// Of the first curve.
    qsizetype pointsOf(const char* chart) {
        return window_->find<CurveChart>(chart)->curves().front().points.size();
    }

    void fitsInEachLanguage() {
        for (const LanguageName& language : availableLanguages()) {
            window_->language.apply(language.code);
            QTRY_COMPARE(clippedText(*dialog()), QString());
        }
        window_->language.apply(QStringLiteral("en"));
    }

    std::unique_ptr<OpenedWindow> window_;
};

QTEST_MAIN(TestTrainingDialog)
#include "test_training_dialog.moc"
