// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include "core/library/tag_repository.h"

#include <QCompleter>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with four photos.
class TestTagEditor : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    ThumbnailGrid* grid() { return window_->find<ThumbnailGrid>("photosGrid"); }
    QString shown() { return window_->find<QLabel>("tagList")->text(); }

    std::vector<TagCount> stored() {
        const auto database = Database::open(window_->session.libraryFile(), OpenMode::ReadOnly);
        return *TagRepository(*database).tags();
    }

    void type(const QString& name) {
        auto* line = window_->find<QLineEdit>("tagLine");
        line->setFocus();
        line->setText(name); // keyClicks knows ASCII alone
        QTest::keyClick(line, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat")}, 4);
        grid()->setCurrentIndex(grid()->model()->index(0, 0));
    }

    void cleanupTestCase() { window_.reset(); }

    void aTagIsGivenToThePhotoAndTakenOff() {
        type(QStringLiteral("Places/巴黎"));
        QTRY_VERIFY(shown().contains(QStringLiteral("Places/巴黎")));
        QCOMPARE(stored().size(), std::size_t{1});
        Q_EMIT window_->find<QLabel>("tagList")->linkActivated(QStringLiteral("0"));
        QTRY_VERIFY(!shown().contains(QStringLiteral("Places")));
        QTRY_VERIFY(stored().empty());
    }

    void allSelectedPhotosGetIt() {
        grid()->selectionModel()->select(grid()->model()->index(1, 0), QItemSelectionModel::Select);
        grid()->selectionModel()->select(grid()->model()->index(2, 0), QItemSelectionModel::Select);
        type(QStringLiteral("Hats"));
        QTRY_VERIFY(!stored().empty() && stored().front().photos == 3);
        grid()->setCurrentIndex(grid()->model()->index(3, 0));
        QTRY_VERIFY(!shown().contains(QStringLiteral("Hats")));
        grid()->setCurrentIndex(grid()->model()->index(1, 0));
        QTRY_VERIFY(shown().contains(QStringLiteral("Hats")));
    }

    void knownNamesAreCompletedFromTheirMiddle() {
        QCompleter* completer = window_->find<QLineEdit>("tagLine")->completer();
        completer->setCompletionPrefix(QStringLiteral("at"));
        QCOMPARE(completer->completionCount(), 1);
        QCOMPARE(completer->currentCompletion(), QStringLiteral("Hats"));
    }

    void nothingIsNoTag() {
        const auto before = stored().size();
        type(QStringLiteral("  "));
        type(QStringLiteral(" / "));
        QTRY_VERIFY(window_->find<QLabel>("noticeText")->isVisible());
        QCOMPARE(stored().size(), before);
    }
};

QTEST_MAIN(TestTagEditor)
#include "test_tag_editor.moc"
