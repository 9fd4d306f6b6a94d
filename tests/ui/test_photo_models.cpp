// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/snapshots.h"

#include "ui/main_window/sidebar_model.h"
#include "ui/problems/problem_list_model.h"
#include "ui/shared/formats.h"
#include "ui/shared/photo_arrangement.h"
#include "ui/shared/result_list_model.h"
#include "ui/shared/row_change.h"
#include "ui/shared/selection_keeper.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QtTest>

#include <numeric>

using namespace likeness;
using namespace likeness::ui;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList names(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

std::vector<std::uint32_t> allRows(const LibrarySnapshot& snapshot) {
    std::vector<std::uint32_t> rows(snapshot.photos().size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

QStringList arrangedNames(const LibrarySnapshot& snapshot, const PhotoArrangement& arrangement) {
    QStringList all;
    for (const std::uint32_t row : arrange(snapshot, arrangement).rows)
        all.append(nameText(snapshot.photos()[row].name));
    return all;
}

} // namespace

class TestPhotoModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListKeepsTheRowsThatStay() {
        PhotoListModel model;
        const QAbstractItemModelTester tester(&model, strict);
        const SnapshotPtr few = madeSnapshot({madePhoto(1, "a", "1.jpg"), madePhoto(3, "a", "3.jpg")});
        model.show(few, allRows(*few));
        const QPersistentModelIndex last = model.index(1);
        const SnapshotPtr more = madeSnapshot(
            {madePhoto(1, "a", "1.jpg"), madePhoto(2, "a", "2.jpg"), madePhoto(3, "a", "3.jpg")});
        model.show(more, allRows(*more));
        QCOMPARE(last.row(), 2);
        QCOMPARE(names(model),
                 QStringList({QStringLiteral("1.jpg"), QStringLiteral("2.jpg"), QStringLiteral("3.jpg")}));
        model.show(more, {2, 1, 0});
        model.show(more, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsSelectedStaysSoWhileItIsInTheList() {
        PhotoListModel model;
        QListView view;
        view.setModel(&model);
        view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        new SelectionKeeper(view, model); // the view's
        const SnapshotPtr library = madeSnapshot(manyPhotos(5));
        const auto selected = [&view] {
            QStringList all;
            for (const QModelIndex& index : view.selectionModel()->selectedIndexes())
                all.append(index.data().toString());
            return all;
        };
        model.show(library, allRows(*library));
        view.setCurrentIndex(model.index(3));
        view.selectionModel()->select(model.index(1), QItemSelectionModel::Select);
        model.show(library, {3, 0}); // as when a filter leaves some
        QCOMPARE(selected(), QStringList{QStringLiteral("IMG_3.jpg")});
        QCOMPARE(view.currentIndex().row(), 0);
        model.show(library, allRows(*library));
        QCOMPARE(selected(), QStringList{QStringLiteral("IMG_3.jpg")});
        QCOMPARE(view.currentIndex().row(), 3);
        model.show(library, {4, 1});
        QCOMPARE(selected(), QStringList());
    }

    void aHundredThousandRowsAreReplacedWithoutAHitch() {
        PhotoListModel model;
        const SnapshotPtr library = madeSnapshot(manyPhotos(100'000));
        std::vector<std::uint32_t> rows = allRows(*library);
        model.show(library, rows);
        std::reverse(rows.begin(), rows.end());
        QElapsedTimer timer;
        timer.start();
        model.show(library, rows);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }

    void draggedPhotosAreFilesForOtherPrograms() {
        PhotoListModel model;
        const SnapshotPtr library = madeSnapshot({madePhoto(1, "a", "猫 1.jpg")});
        model.show(library, allRows(*library));
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(0)}));
        QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/photos/a/猫 1.jpg"))});
    }

    void resultsAreThoseThatReachTheThresholdBestFirst() {
        ResultListModel model;
        const QAbstractItemModelTester tester(&model, strict);
        const SnapshotPtr library = madeSnapshot(
            {madePhoto(1, "a", "1.jpg"), madePhoto(2, "a", "2.jpg"), madePhoto(3, "b", "3.jpg")});
        model.setResults(library, {{{3}, 10, .9, .9}, {{1}, 20, .5, .5}, {{2}, 30, .1, .1}});
        QCOMPARE(names(model),
                 QStringList({QStringLiteral("3.jpg"), QStringLiteral("1.jpg"), QStringLiteral("2.jpg")}));
        QCOMPARE(model.index(0).data(SimilarityRole).toDouble(), .9);
        model.setThreshold(.5);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(QStringLiteral("1."));
        QCOMPARE(names(model), QStringList{QStringLiteral("1.jpg")});
        model.setFilter({});
        model.setResults(library, {{{2}, 1, 1, 1}});
        QCOMPARE(names(model), QStringList{QStringLiteral("2.jpg")});
    }

    void resultsHaveColumnsAndAreOrderedByThem() {
        Photo first = madePhoto(1, "b", "img 10.jpg");
        first.stamp.bytes = 2048;
        first.camera = "Nikon Z 6";
        Photo second = madePhoto(2, "a", "IMG 9.jpg");
        second.takenAt = 86'400;
        second.stamp.bytes = 1024;
        ResultListModel model;
        const QAbstractItemModelTester tester(&model, strict);
        model.setResults(madeSnapshot({first, second}), {{{1}, 10, .9, .9}, {{2}, 20, .5, .5}});
        model.setJudgements({{{2}, Judgement::Match}});
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(1, column).data().toString());
        QCOMPARE(cells, QStringList({QStringLiteral("IMG 9.jpg"), QStringLiteral("50 %"),
                                     QStringLiteral("Match"), QStringLiteral("1970-01-02 00:00"),
                                     QStringLiteral("photos/a"), sizeText(1024), QString()}));
        QVERIFY(!model.index(1, ResultListModel::Verdict).data(Qt::DecorationRole).value<QIcon>().isNull());
        const QStringList bestFirst{QStringLiteral("img 10.jpg"), QStringLiteral("IMG 9.jpg")};
        const QStringList otherFirst{QStringLiteral("IMG 9.jpg"), QStringLiteral("img 10.jpg")};
        const auto sorted = [&](ResultListModel::Column column, Qt::SortOrder order) {
            model.sort(column, order);
            return names(model);
        };
        QCOMPARE(sorted(ResultListModel::Name, Qt::AscendingOrder), otherFirst);
        QCOMPARE(sorted(ResultListModel::Name, Qt::DescendingOrder), bestFirst);
        QCOMPARE(sorted(ResultListModel::Similarity, Qt::AscendingOrder), otherFirst);
        QCOMPARE(sorted(ResultListModel::Size, Qt::DescendingOrder), bestFirst);
        QCOMPARE(sorted(ResultListModel::Folder, Qt::AscendingOrder), otherFirst);
        // What isn't known is last, whatever the order.
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QCOMPARE(sorted(ResultListModel::Taken, order), otherFirst);
            QCOMPARE(sorted(ResultListModel::Camera, order), bestFirst);
            QCOMPARE(sorted(ResultListModel::Verdict, order), otherFirst);
        }
        QCOMPARE(sorted(ResultListModel::Similarity, Qt::DescendingOrder), bestFirst);
    }

    void rowsThatMoveStaySelected() {
        ResultListModel model;
        model.setResults(madeSnapshot({madePhoto(1, "a", "2.jpg"), madePhoto(2, "a", "1.jpg")}),
                         {{{1}, 10, .9, .9}, {{2}, 20, .5, .5}});
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(0), QItemSelectionModel::Select);
        model.sort(ResultListModel::Name, Qt::AscendingOrder);
        QCOMPARE(selection.currentIndex(), model.index(1));
        QCOMPARE(selection.selectedIndexes(), QModelIndexList{model.index(1)});
        model.sort(ResultListModel::Verdict, Qt::AscendingOrder);
        model.setJudgements({{{2}, Judgement::Match}}); // moves it up
        QCOMPARE(model.index(0).data(PhotoIdRole).toLongLong(), 2);
        QCOMPARE(selection.currentIndex().data(PhotoIdRole).toLongLong(), 1);
        selection.select(QItemSelection(model.index(0), model.index(1, ResultListModel::Camera)),
                         QItemSelectionModel::ClearAndSelect);
        QCOMPARE(selection.selectedIndexes().size(), 2); // one cell of each row
    }

    void photosAreSortedByNameTimeAndFolder() {
        Photo old = madePhoto(1, "b", "IMG_10.jpg");
        old.takenAt = 100;
        Photo recent = madePhoto(2, "a", "img_9.jpg");
        recent.takenAt = 200;
        const SnapshotPtr library = madeSnapshot({old, recent});
        const QStringList oldFirst{QStringLiteral("IMG_10.jpg"), QStringLiteral("img_9.jpg")};
        const QStringList recentFirst{QStringLiteral("img_9.jpg"), QStringLiteral("IMG_10.jpg")};
        QCOMPARE(arrangedNames(*library, {{}, {}, PhotoSort::Name}), recentFirst);
        QCOMPARE(arrangedNames(*library, {{}, {}, PhotoSort::Newest}), recentFirst);
        QCOMPARE(arrangedNames(*library, {{}, {}, PhotoSort::Oldest}), oldFirst);
        QCOMPARE(arrangedNames(*library, {{}, {}, PhotoSort::Folder}), recentFirst);
    }

    void aScopeHoldsItsFolderAndWhatLiesBelow() {
        const SnapshotPtr library =
            madeSnapshot({madePhoto(1, "2025", "a.jpg"), madePhoto(2, "2025/may", "b.jpg"),
                          madePhoto(3, "2025b", "c.jpg")});
        const PhotoScope year{PhotoScope::Kind::Folder, "/photos/2025", {}};
        QCOMPARE(arrangedNames(*library, {year, {}, PhotoSort::Name}),
                 QStringList({QStringLiteral("a.jpg"), QStringLiteral("b.jpg")}));
    }

    void theFilterWantsEveryWordInNameFolderOrCamera() {
        Photo photo = madePhoto(1, "holiday", "beach.jpg");
        photo.camera = "Nikon Z 6";
        const SnapshotPtr library = madeSnapshot({photo});
        const PhotoRow& row = library->photos().front();
        for (const char* text : {"BEACH", "holiday nikon", "z beach"})
            QVERIFY(TextFilter(QLatin1String(text)).accepts(*library, row));
        QVERIFY(!TextFilter(QStringLiteral("beach canon")).accepts(*library, row));
    }

    void onlyPhotosThatAreAskedForAreArranged() {
        const SnapshotPtr library = madeSnapshot({madePhoto(1, "a", "1.jpg"), madePhoto(2, "a", "2.jpg")});
        QCOMPARE(arrange(*library, {}, std::vector<PhotoId>{{2}}).rows, std::vector<std::uint32_t>{1});
        QVERIFY(arrange(*library, {}, std::vector<PhotoId>()).rows.empty());
    }

    void headingsFollowTheOrder() {
        std::vector<Photo> photos{madePhoto(1, "b", "1.jpg"), madePhoto(2, "a", "2.jpg"),
                                  madePhoto(3, "a", "3.jpg")};
        for (Photo& photo : photos)
            photo.takenAt = photo.id.value == 3 ? 0 : 40 * 86'400; // January and February 1970
        const SnapshotPtr library = madeSnapshot(photos);
        const auto sections = [&](PhotoSort sort) {
            PhotoArrangement arrangement;
            arrangement.sort = sort;
            arrangement.isGrouped = true;
            return arrange(*library, arrangement).sections;
        };
        const std::vector<GridSection> folders{{0, QStringLiteral("photos/a")},
                                               {2, QStringLiteral("photos/b")}};
        QCOMPARE(sections(PhotoSort::Folder), folders);
        const auto months = sections(PhotoSort::Newest);
        QCOMPARE(months.size(), std::size_t{2});
        QCOMPARE(months[1].first, 2);
        QVERIFY(months[0].title.contains(QStringLiteral("1970")) && months[0].title != months[1].title);
        QVERIFY(sections(PhotoSort::Name).empty());
    }

    void aRawPhotoBelongsToThePhotoOfItsName() {
        const SnapshotPtr library = madeSnapshot({madePhoto(1, "a", "1.NEF"), madePhoto(2, "a", "1.jpg"),
                                                  madePhoto(3, "a", "2.NEF"), madePhoto(4, "b", "2.jpg")});
        QCOMPARE(arrangedNames(*library, {}),
                 QStringList({QStringLiteral("1.jpg"), QStringLiteral("2.NEF"), QStringLiteral("2.jpg")}));
        QCOMPARE(library->withRaw({{2}, {4}}), (std::vector<PhotoId>{{2}, {4}, {1}}));
    }

    void foldersCountWhatLiesBelowThem() {
        const SnapshotPtr library = madeSnapshot({madePhoto(1, "a/b", "1.jpg"), madePhoto(2, "a", "2.jpg")});
        QCOMPARE(library->folders().front().path, std::string("/photos"));
        QCOMPARE(library->folders().front().photos, 2);
        QCOMPARE(library->rowOf(std::filesystem::path("/photos/a/b/1.jpg")), std::optional(0U));
        QVERIFY(!library->rowOf(std::filesystem::path("/photos/a/1.jpg")));
    }

    void theSideBarShowsFoldersAsATreeWithCounts() {
        SidebarModel model;
        const QAbstractItemModelTester tester(&model, strict);
        const SnapshotPtr library = madeSnapshot({madePhoto(1, "a/b", "1.jpg"), madePhoto(2, "a", "2.jpg")});
        model.show(*library, {{{"Places/Lisbon", 2}, {"Places/Paris", 1}}, {"/elsewhere/query.jpg"}, {}});
        const QModelIndex places = model.indexOf(QStringLiteral("tag:Places"));
        QCOMPARE(places.data(SidebarModel::CountRole).toLongLong(), 3);
        QCOMPARE(model.rowCount(places), 2);
        QCOMPARE(SidebarModel::target(model.index(0, 0, places)).scope.tag, std::string("Places/Lisbon"));
        const QModelIndex folder = model.indexOf(QStringLiteral("folder:/photos/a"));
        QCOMPARE(folder.data(SidebarModel::CountRole).toLongLong(), 2);
        QCOMPARE(folder.parent().data().toString(), QStringLiteral("photos"));
        QVERIFY(model.indexOf(QStringLiteral("query:/elsewhere/query.jpg")).isValid());
        QVERIFY(!model.indexOf(QStringLiteral("problems")).isValid());
    }

    void problemsNameTheFileAndTheRemedy() {
        ProblemListModel model;
        const QAbstractItemModelTester tester(&model, strict);
        model.setSnapshot(madeSnapshot(
            {}, {{{1}, "/photos/a/x.jpg", makeError(ErrorCode::FileEmpty, {"/photos/a/x.jpg"})}}));
        QCOMPARE(model.index(0, ProblemListModel::File).data().toString(), QStringLiteral("x.jpg"));
        QVERIFY(model.index(0, ProblemListModel::Remedy)
                    .data()
                    .toString()
                    .contains(QStringLiteral("x.jpg is empty")));
    }
};

QTEST_MAIN(TestPhotoModels)
#include "test_photo_models.moc"
