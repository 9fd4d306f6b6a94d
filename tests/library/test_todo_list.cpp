// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/todo_list.h"

#include <QtTest>

#include <future>

using namespace likeness;

namespace {

std::vector<std::int64_t> taken(TodoList& list, std::size_t count) {
    std::vector<std::int64_t> photos;
    for (const Todo& todo : list.take(count))
        photos.push_back(todo.photo.value);
    return photos;
}

void add(TodoList& list, std::initializer_list<std::int64_t> photos) {
    for (const std::int64_t photo : photos)
        list.add({{photo}, Todo::File::AsKnown});
}

using Photos = std::vector<std::int64_t>;

} // namespace

class TestTodoList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void photosComeInTheOrderOfTheScan() {
        TodoList list;
        add(list, {5, 3, 4});
        QCOMPARE(taken(list, 2), (Photos{5, 3}));
        QCOMPARE(taken(list, 2), (Photos{4}));
    }

    void thoseThatSomeoneWaitsForComeFirstInTheirOrder() {
        TodoList list;
        add(list, {1, 2, 3, 4, 5});
        list.putFirst(std::vector<PhotoId>{{4}, {2}, {99}});
        QCOMPARE(taken(list, 9), (Photos{4, 2, 1, 3, 5}));
    }

    void soDoThoseThatTheScanFindsLater() {
        TodoList list;
        add(list, {1, 2});
        list.putFirst(std::vector<PhotoId>{{7}});
        add(list, {6, 7});
        QCOMPARE(taken(list, 9), (Photos{7, 1, 2, 6}));
    }

    void theLastWishCounts() {
        TodoList list;
        add(list, {1, 2, 3});
        list.putFirst(std::vector<PhotoId>{{3}});
        list.putFirst(std::vector<PhotoId>{{2}});
        QCOMPARE(taken(list, 1), (Photos{2}));
        list.putFirst({});
        add(list, {2});
        QCOMPARE(taken(list, 9), (Photos{1, 3, 2}));
    }

    void whoeverWaitsIsWokenWhenTheListIsClosed() {
        TodoList list;
        auto waiting = std::async(std::launch::async, [&] { return taken(list, 1); });
        list.close();
        QVERIFY(waiting.get().empty());
    }
};

QTEST_GUILESS_MAIN(TestTodoList)
#include "test_todo_list.moc"
