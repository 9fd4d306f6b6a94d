// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include "ui/shared/photo_roles.h"

#include <QClipboard>
#include <QDropEvent>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

const QStringList kinds{QStringLiteral("hat"), QStringLiteral("shoes"), QStringLiteral("pants"),
                        QStringLiteral("dress")};

QString kindOf(const QModelIndex& index) {
    return index.data().toString().section(QLatin1Char('-'), 0, 0);
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        photos_ = window_->copySamples(kinds, 3);
        QFile broken(toQString(photos_ / "hat" / "broken.jpg"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no photo");
    }

    void cleanupTestCase() { window_.reset(); }

    void anEmptyLibraryShowsHowToBegin() {
        QTRY_VERIFY(window_->session.isLoaded());
        QTRY_VERIFY(window_->find<QWidget>("firstRunView")->isVisible());
        QVERIFY(window_->find<QPushButton>("firstRunSamples")->isVisible());
    }

    void indexingAFolderShowsProgressAndCanBePaused() {
        auto* pause = window_->find<QToolButton>("pause");
        window_->window.addFolders({photos_});
        QTRY_VERIFY_WITH_TIMEOUT(pause->isVisible(), indexingLimitMs);
        QVERIFY(!window_->find<QWidget>("firstRunView")->isVisible());
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(window_->session.isPaused());
        QCOMPARE(pause->text(), QStringLiteral("Resume"));
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(!window_->session.isPaused());
        QTRY_VERIFY_WITH_TIMEOUT(!window_->session.isIndexing(), indexingLimitMs);
        QTRY_COMPARE(grid("photosGrid")->model()->rowCount(), 13);
        QTRY_COMPARE(window_->find<QLabel>("activity")->text(), QStringLiteral("12 photos indexed"));
        QVERIFY(!pause->isVisible());
    }

    void aFileThatCantBeReadIsListedByName() {
        auto* button = window_->find<QToolButton>("problemsButton");
        QTRY_COMPARE(button->text(), QStringLiteral("1 problem"));
        QTest::mouseClick(button, Qt::LeftButton);
        const auto* table = window_->find<QTableView>("problemsTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("broken.jpg"));
    }

    void aClickAndSShowWhatIsSimilar() {
        click("tabPhotos");
        QTest::mouseClick(grid("photosGrid")->viewport(), Qt::LeftButton, {},
                          grid("photosGrid")->visualRect(photo(QStringLiteral("hat-1.jpg"))).center());
        QCOMPARE(window_->find<QLabel>("inspectorName")->text(), QStringLiteral("hat-1.jpg"));
        QTest::keyClick(grid("photosGrid"), Qt::Key_S);
        setThreshold(0);
        QTRY_COMPARE_WITH_TIMEOUT(grid("resultsGrid")->model()->rowCount(), 11, indexingLimitMs);
        QCOMPARE(window_->find<QLabel>("queryName")->text(), QStringLiteral("hat-1.jpg"));
        QCOMPARE(window_->find<QLabel>("resultCount")->text(), QStringLiteral("11 photos"));
    }

    void theBestResultIsMostlyOfTheSameKind() {
        int right = 0;
        for (const QString& kind : kinds) {
            for (int i = 1; i <= 3; ++i) {
                const QString name = QStringLiteral("%1-%2.jpg").arg(kind).arg(i);
                searchByFile(photos_ / kind.toStdString() / name.toStdString());
                right += kindOf(grid("resultsGrid")->model()->index(0, 0)) == kind ? 1 : 0;
            }
        }
        QVERIFY2(right >= 8, qPrintable(QString::number(right)));
    }

    void resultsComeBestFirst() {
        const QAbstractItemModel* results = grid("resultsGrid")->model();
        for (int row = 1; row < results->rowCount(); ++row)
            QVERIFY(results->index(row - 1, 0).data(SimilarityRole).toDouble() >=
                    results->index(row, 0).data(SimilarityRole).toDouble());
    }

    void theThresholdHidesWhatIsLessAlike() {
        const QAbstractItemModel* results = grid("resultsGrid")->model();
        const double best = results->index(0, 0).data(SimilarityRole).toDouble();
        setThreshold(static_cast<int>(best * 100));
        QVERIFY(results->rowCount() >= 1 && results->rowCount() < 11);
        for (int row = 0; row < results->rowCount(); ++row)
            QVERIFY(results->index(row, 0).data(SimilarityRole).toDouble() >=
                    static_cast<int>(best * 100) / 100.0);
        setThreshold(0);
        QCOMPARE(results->rowCount(), 11);
    }

    void backAndForwardWalkThroughQueries() {
        searchByFile(photos_ / "hat" / "hat-2.jpg");
        searchByFile(photos_ / "shoes" / "shoes-1.jpg");
        window_->window.findChild<QAction*>(QStringLiteral("back"))->trigger();
        QTRY_COMPARE(window_->find<QLabel>("queryName")->text(), QStringLiteral("hat-2.jpg"));
        window_->window.findChild<QAction*>(QStringLiteral("forward"))->trigger();
        QTRY_COMPARE(window_->find<QLabel>("queryName")->text(), QStringLiteral("shoes-1.jpg"));
    }

    void aPhotoDroppedFromAnotherProgramIsSearchedBy() {
        QMimeData data;
        data.setUrls(
            {QUrl::fromLocalFile(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-8.jpg"))});
        click("tabPhotos");
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window_->window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window_->window, &drop);
        QTRY_COMPARE_WITH_TIMEOUT(grid("resultsGrid")->model()->rowCount(), 12, indexingLimitMs);
        QCOMPARE(window_->find<QLabel>("queryName")->text(), QStringLiteral("hat-8.jpg"));
        QVERIFY(grid("resultsGrid")->isVisible());
    }

    void aPastedPhotoIsSearchedBy() {
        QTRY_COMPARE(grid("resultsGrid")->model()->rowCount(), 12);
        QApplication::clipboard()->setImage(QImage(toQString(photos_ / "shoes" / "shoes-1.jpg")));
        window_->window.findChild<QAction*>(QStringLiteral("paste"))->trigger();
        QCOMPARE(window_->find<QLabel>("queryName")->text(), QStringLiteral("Pasted photo"));
        QTRY_COMPARE_WITH_TIMEOUT(grid("resultsGrid")->model()->index(0, 0).data().toString(),
                                  QStringLiteral("shoes-1.jpg"), indexingLimitMs);
    }

    void theTextFilterNarrowsTheGrid() {
        click("tabPhotos");
        auto* filter = window_->find<QLineEdit>("textFilter");
        QTest::keyClicks(filter, QStringLiteral("pants"));
        QTRY_COMPARE(grid("photosGrid")->model()->rowCount(), 3);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE(grid("photosGrid")->model()->rowCount(), 13);
    }

    void enterOpensThePhotoAndEscapeComesBack() {
        grid("photosGrid")->setCurrentIndex(photo(QStringLiteral("hat-1.jpg")));
        QTest::keyClick(grid("photosGrid"), Qt::Key_Return);
        auto* viewer = window_->find<QWidget>("viewerView");
        QVERIFY(viewer->isVisible());
        QTest::keyClick(viewer, Qt::Key_Right);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(grid("photosGrid")->isVisible());
        QCOMPARE(grid("photosGrid")->currentIndex().row(), photo(QStringLiteral("hat-1.jpg")).row() + 1);
    }

    void ctrlAndTheWheelZoom() {
        const int before = grid("photosGrid")->tileWidth();
        window_->window.findChild<QAction*>(QStringLiteral("zoomIn"))->trigger();
        QCOMPARE(grid("photosGrid")->tileWidth(), before + 16);
        QWheelEvent wheel({100, 100}, {100, 100}, {}, {0, -120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(grid("photosGrid")->viewport(), &wheel);
        QCOMPARE(grid("photosGrid")->tileWidth(), before);
    }

    void thumbnailsArriveForWhatIsVisible() {
        click("tabPhotos");
        const auto* loader = window_->window.findChild<ThumbnailLoader*>();
        QVERIFY(loader);
        const QModelIndex hat = photo(QStringLiteral("hat-1.jpg"));
        QTRY_VERIFY(loader->find(PhotoId{hat.data(PhotoIdRole).toLongLong()}));
    }

private:
    ThumbnailGrid* grid(const char* name) { return window_->find<ThumbnailGrid>(name); }
    void click(const char* button) { QTest::mouseClick(window_->find<QToolButton>(button), Qt::LeftButton); }
    void setThreshold(int percent) { window_->find<QSlider>("threshold")->setValue(percent); }

    QModelIndex photo(const QString& name) {
        const QAbstractItemModel* model = grid("photosGrid")->model();
        const auto found = model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.value(0);
    }

    void searchByFile(const std::filesystem::path& file) {
        QSignalSpy answered(&window_->session, &LibrarySession::searchAnswered);
        window_->window.searchBy(file);
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), indexingLimitMs);
    }

    std::unique_ptr<OpenedWindow> window_;
    std::filesystem::path photos_;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
