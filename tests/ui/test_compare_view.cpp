// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/compare/compare_workspace.h"
#include "ui/shared/linked_view.h"

#include <QPainter>
#include <QWheelEvent>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with eight photos of two kinds.
class TestCompareView : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> opened_;
    std::filesystem::path photos_;

    ComparePane* pane(int number) {
        return opened_->window.findChild<ComparePane*>(QStringLiteral("comparePane%1").arg(number));
    }
    QString hint() { return opened_->find<QLabel>("compareHint")->text(); }

    /// Selects these rows of the grid with all photos and presses C.
    void compare(const QList<int>& rows) {
        opened_->find<QAbstractButton>("tabPhotos")->click();
        auto* grid = opened_->find<ThumbnailGrid>("photosGrid");
        grid->selectionModel()->clear();
        for (const int row : rows)
            grid->selectionModel()->select(grid->model()->index(row, 0), QItemSelectionModel::Select);
        QTest::keyClick(grid, Qt::Key_C);
        QTRY_COMPARE(opened_->find<QStackedWidget>("workspaces")->currentWidget(),
                     opened_->find<QWidget>("compareView"));
    }

    void waitForPanes(int count) {
        for (int i = 0; i < count; ++i)
            QTRY_VERIFY_WITH_TIMEOUT(pane(i) && !pane(i)->image().isNull(), indexingLimitMs);
    }

private Q_SLOTS:
    void initTestCase() {
        opened_ = std::make_unique<OpenedWindow>();
        photos_ = opened_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 4);
        // Half as large, with a bar over its top: the same picture, but not there.
        QImage copy = QImage(toQString(photos_ / "hat/hat-1.jpg"));
        copy = copy.scaled(copy.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter(&copy).fillRect(0, 0, copy.width(), copy.height() / 6, Qt::magenta);
        QVERIFY(copy.save(toQString(photos_ / "hat/hat-1-copy.jpg"), "JPG", 95));
        opened_->window.addFolders({photos_});
        QTRY_COMPARE_WITH_TIMEOUT(opened_->session.snapshot()->indexedCount(), 9, indexingLimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!opened_->session.isIndexing(), indexingLimitMs);
    }

    void cleanupTestCase() { opened_.reset(); }

    void withoutPhotosItSaysHowToGetSome() {
        opened_->find<QAbstractButton>("tabCompare")->click();
        auto* empty = opened_->find<QWidget>("compareView")->findChild<EmptyView*>();
        QVERIFY(empty->isVisible());
        empty->findChild<QPushButton*>()->click();
        QCOMPARE(opened_->find<QStackedWidget>("workspaces")->currentWidget(),
                 opened_->find<QWidget>("photosView"));
    }

    void selectedPhotosStandBesideEachOtherUpToFour() {
        compare({0, 2, 5});
        waitForPanes(3);
        QVERIFY(!pane(3));
        compare({0, 1, 2, 3, 4, 5});
        waitForPanes(4);
        QVERIFY(!pane(4));
        QVERIFY(hint().contains(QStringLiteral("2 more photos")));
    }

    void zoomingOneZoomsAllOnTheSamePart() {
        compare({0, 1}); // one is half as large as the other
        waitForPanes(2);
        const QRectF before = pane(1)->photoPlace();
        const QPointF at = pane(0)->rect().center();
        QWheelEvent wheel(at, pane(0)->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane(0), &wheel);
        QVERIFY(pane(1)->photoPlace().width() > 1.5 * before.width());
        QCOMPARE(pane(0)->photoPlace().size().toSize(), pane(1)->photoPlace().size().toSize());
        opened_->find<QToolButton>("compareFit")->click();
        QCOMPARE(pane(1)->photoPlace(), before);
    }

    void spaceShowsTheOtherPhotoWhileItIsHeld() {
        compare({0, 6});
        waitForPanes(2);
        auto* view = opened_->find<QWidget>("compareView");
        const QImage own = pane(0)->grab().toImage();
        QTest::keyPress(view, Qt::Key_Space);
        QVERIFY(pane(0)->grab().toImage() != own);
        QTest::keyRelease(view, Qt::Key_Space);
        QCOMPARE(pane(0)->grab().toImage(), own);
    }

    void differencesAreShownWhereACopyWasChanged() {
        compare({0, 1});
        waitForPanes(2);
        const QImage before = pane(1)->grab().toImage();
        opened_->find<QToolButton>("compareDifferences")->click();
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("differs from the first")), indexingLimitMs);
        const QImage after = pane(1)->grab().toImage();
        const QRect photo = pane(1)->photoPlace().toRect();
        const QPoint changed(photo.center().x(), photo.top() + photo.height() / 12);
        QVERIFY(after.pixelColor(changed) != before.pixelColor(changed));
        opened_->find<QToolButton>("compareDifferences")->click();
        QCOMPARE(pane(1)->grab().toImage(), before);
    }

    void photosOfDifferentThingsAreToldToBeSo() {
        compare({0, 7});
        waitForPanes(2);
        opened_->find<QToolButton>("compareDifferences")->click();
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("not the same picture")), indexingLimitMs);
        opened_->find<QToolButton>("compareDifferences")->click();
    }

    void sharedSpotsAreJoined() {
        compare({0, 1});
        waitForPanes(2);
        opened_->find<QToolButton>("compareSpots")->click();
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("shared spot")), indexingLimitMs);
        opened_->find<QToolButton>("compareSpots")->click();
    }

    void whatDiffersInTheFilesIsBold() {
        compare({0, 1});
        waitForPanes(2);
        int bold = 0;
        int plain = 0;
        for (const QLabel* label : opened_->find<QWidget>("compareFacts")->findChildren<QLabel*>())
            if (label->isVisible() && !label->property("muted").toBool())
                ++(label->font().bold() ? bold : plain);
        QVERIFY(bold >= 6);  // name, pixels and file of both
        QVERIFY(plain >= 2); // folder
    }

    void aPhotoThatIsGoneIsNamed() {
        std::filesystem::rename(photos_ / "shoes/shoes-4.jpg", photos_ / "elsewhere");
        compare({0, 8});
        opened_->find<QToolButton>("compareDifferences")->click();
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("shoes-4.jpg")), indexingLimitMs);
        opened_->find<QToolButton>("compareDifferences")->click();
        std::filesystem::rename(photos_ / "elsewhere", photos_ / "shoes/shoes-4.jpg");
    }

    void inSimilarTheQueryComesFirst() {
        opened_->find<QAbstractButton>("tabPhotos")->click();
        auto* photos = opened_->find<ThumbnailGrid>("photosGrid");
        photos->setCurrentIndex(photos->model()->index(3, 0));
        QTest::keyClick(photos, Qt::Key_S);
        auto* results = opened_->find<ThumbnailGrid>("resultsGrid");
        QTRY_VERIFY_WITH_TIMEOUT(results->currentIndex().isValid(), indexingLimitMs);
        const QString result = results->currentIndex().data().toString();
        const QString query = photos->model()->index(3, 0).data().toString();
        QTest::keyClick(results, Qt::Key_C);
        QTRY_VERIFY(pane(0) && pane(0)->accessibleName() == query);
        QCOMPARE(pane(1)->accessibleName(), result);
    }

    void aPhotoNeverLeavesAGapAtAnEdge() {
        const QSizeF pane(400, 300);
        const QSizeF photo(4000, 2000);
        LinkedView view = zoomedAt({0, 0}, 3, pane, photo, {});
        QCOMPARE(placeIn(pane, photo, view).topLeft(), QPointF(0, 0));
        view = movedBy({1000, 1000}, pane, photo, view);
        const QRectF place = placeIn(pane, photo, view);
        QVERIFY(place.left() <= 0 && place.top() <= 0);
        QVERIFY(place.right() >= pane.width() && place.bottom() >= pane.height());
        QCOMPARE(actualSize(pane, photo), 10.0);
    }
};

QTEST_MAIN(TestCompareView)
#include "test_compare_view.moc"
