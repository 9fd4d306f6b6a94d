// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/similar/saved_query.h"

#include <QComboBox>
#include <QInputDialog>
#include <QMenu>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

/// On one window with six photos.
class TestSavedQueries : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    ThumbnailGrid* grid() { return window_->find<ThumbnailGrid>("photosGrid"); }
    ThumbnailGrid* results() { return window_->find<ThumbnailGrid>("resultsGrid"); }
    const SidebarModel* sidebar() {
        return qobject_cast<SidebarModel*>(window_->find<QTreeView>("sidebar")->model());
    }

    void save(const QString& name) {
        window_->find<QAction>("saveQuery")->trigger();
        auto* dialog = window_->find<QInputDialog>("saveQueryDialog");
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(sidebar()->indexOf(QStringLiteral("saved:") + name).isValid());
    }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
        window_->find<QSlider>("threshold")->setValue(0);
    }

    void cleanupTestCase() { window_.reset(); }

    void aQueryIsWrittenAndReadAsItIs() {
        SavedQuery query;
        query.photo = "/photos/caf\xE9 猫.jpg";
        query.tool = SearchMode::Part;
        query.spots = {{.1, .2, .3, .4}};
        query.alsoLike = {"/photos/b.jpg"};
        query.combination = Combination::Best;
        query.restriction.folder = "/photos";
        query.restriction.criteria.tag = QStringLiteral("Places/里斯本");
        query.restriction.criteria.from = QDate(2024, 5, 31);
        query.restriction.criteria.label = ColourLabel::Green;
        query.restriction.notOfItsBurst = true;
        const auto read = savedQueryFrom(toJson(query));
        QVERIFY(read);
        QCOMPARE(read->photo, query.photo);
        QCOMPARE(read->tool, query.tool);
        QVERIFY(read->spots == query.spots && read->region.empty());
        QVERIFY(read->alsoLike == query.alsoLike && read->unlike.empty());
        QCOMPARE(read->combination, query.combination);
        QVERIFY(read->restriction == query.restriction);
        for (const char* text :
             {"", "{}", "[1]", R"({"version": 99, "tool": 0})", R"({"version": 1, "tool": 9})"})
            QVERIFY2(!savedQueryFrom(text), text);
    }

    void withoutAQueryThereIsNothingToSave() { QVERIFY(!window_->find<QAction>("saveQuery")->isEnabled()); }

    void aSavedQueryIsAskedAgainWithItsRestriction() {
        grid()->setCurrentIndex(grid()->model()->index(0, 0));
        window_->find<QAction>("findSimilar")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 5, indexingLimitMs);
        Q_EMIT window_->find<QToolButton>("restrictionButton")->menu()->aboutToShow(); // lists folders
        auto* folder = window_->find<QComboBox>("restrictFolder");
        folder->setCurrentIndex(folder->findText(QStringLiteral("/hat"), Qt::MatchEndsWith));
        QTRY_COMPARE(results()->model()->rowCount(), 2);
        save(QStringLiteral("hats"));
        window_->find<QPushButton>("restrictClear")->click();
        QTRY_COMPARE(results()->model()->rowCount(), 5);
        window_->find<QTreeView>("sidebar")->setCurrentIndex(
            sidebar()->indexOf(QStringLiteral("saved:hats")));
        QTRY_COMPARE(results()->model()->rowCount(), 2);
        QVERIFY(folder->currentText().endsWith(QStringLiteral("/hat")));
    }

    void resultsGrowAsPhotosArrive() {
        const QString photos = window_->place.filePath(QStringLiteral("photos/hat/"));
        QVERIFY(QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-4.jpg"),
                            photos + QStringLiteral("hat-4.jpg")));
        window_->find<QAction>("lookForChanges")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 3, indexingLimitMs);
    }

    void aQueryIsForgotten() {
        Q_EMIT window_->find<Sidebar>("sidebar")->savedQueryUnwanted(QStringLiteral("hats"));
        QTRY_VERIFY(!sidebar()->indexOf(QStringLiteral("saved:hats")).isValid());
    }
};

QTEST_MAIN(TestSavedQueries)
#include "test_saved_queries.moc"
