// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/shared/folder_watch.h"

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with two photos, and a watch of its own.
class TestFolderWatch : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;
    std::unique_ptr<FolderWatch> watch_;

    LibrarySession& session() { return window_->session; }
    QString photos() { return window_->place.filePath(QStringLiteral("photos/")); }
    static QString sample(const char* name) {
        return QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/") + QLatin1String(name);
    }
    /// The watch needs a moment to be there.
    void add(const char* name, const QString& target) {
        QDir().mkpath(QFileInfo(target).path());
        QVERIFY(QFile::copy(sample(name), target));
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat")}, 2);
        watch_ = std::make_unique<FolderWatch>(session(), false);
        watch_->setOn(true);
        // Looks at all folders at once; the system watches them from then on.
        QTRY_VERIFY_WITH_TIMEOUT(!session().isIndexing(), indexingLimitMs);
    }

    void cleanupTestCase() {
        watch_.reset();
        window_.reset();
    }

    void aNewPhotoIsFoundByItself() {
        add("hat/hat-3.jpg", photos() + QStringLiteral("hat/hat-3.jpg"));
        QTRY_COMPARE_WITH_TIMEOUT(session().snapshot()->indexedCount(), 3, indexingLimitMs);
    }

    void aNewFolderIsFoundAndWatched() {
        add("shoes/shoes-1.jpg", photos() + QStringLiteral("new/deep/shoes-1.jpg"));
        QTRY_COMPARE_WITH_TIMEOUT(session().snapshot()->indexedCount(), 4, indexingLimitMs);
        add("shoes/shoes-2.jpg", photos() + QStringLiteral("new/deep/shoes-2.jpg"));
        QTRY_COMPARE_WITH_TIMEOUT(session().snapshot()->indexedCount(), 5, indexingLimitMs);
    }

    void aPhotoThatGoesIsMissing() {
        QVERIFY(QFile::remove(photos() + QStringLiteral("new/deep/shoes-2.jpg")));
        QTRY_COMPARE_WITH_TIMEOUT(session().snapshot()->missingCount(), 1, indexingLimitMs);
    }

    void aDriveThatGoesIsGreyedAndComesBack() {
        const QString away = window_->place.filePath(QStringLiteral("unplugged"));
        QVERIFY(QDir().rename(photos().chopped(1), away));
        QTRY_VERIFY_WITH_TIMEOUT(session().snapshot()->folders().front().isAway, indexingLimitMs);
        QCOMPARE(session().snapshot()->missingCount(), 1); // as before
        const QAbstractItemModel* model = window_->find<ThumbnailGrid>("photosGrid")->model();
        QTRY_COMPARE(model->index(0, 0).data(MarkRole).toInt(), static_cast<int>(PhotoMark::Missing));
        QVERIFY(
            model->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("not connected")));
        QVERIFY(QDir().rename(away, photos().chopped(1)));
        QTRY_VERIFY_WITH_TIMEOUT(!session().snapshot()->folders().front().isAway, indexingLimitMs);
    }

    void whatIsSwitchedOffHearsNothing() {
        QTRY_VERIFY_WITH_TIMEOUT(!session().isIndexing(), indexingLimitMs);
        watch_->setOn(false);
        const QSignalSpy finished(&session(), &LibrarySession::indexingFinished);
        add("hat/hat-4.jpg", photos() + QStringLiteral("hat/hat-4.jpg"));
        QTest::qWait(3000); // longer than changes settle
        QVERIFY(finished.isEmpty());
    }
};

QTEST_MAIN(TestFolderWatch)
#include "test_folder_watch.moc"
