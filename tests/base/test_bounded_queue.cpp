// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bounded_queue.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace likeness;

class TestBoundedQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyItemArrivesOnceAndInOrder() {
        BoundedQueue<int> queue(3);
        std::jthread producer([&queue] {
            for (int i = 0; i < 1000; ++i)
                queue.push(i);
            queue.close();
        });
        int expected = 0;
        while (auto item = queue.pop())
            QCOMPARE(*item, expected++);
        QCOMPARE(expected, 1000);
    }

    void aFullQueueHoldsItsProducerBack() {
        BoundedQueue<int> queue(2);
        std::atomic<int> pushed = 0;
        std::jthread producer([&] {
            while (queue.push(0))
                ++pushed;
        });
        QTRY_COMPARE(pushed.load(), 2);
        QVERIFY(queue.pop());
        QTRY_COMPARE(pushed.load(), 3);
        queue.close();
    }

    void aClosedQueueGivesWhatIsInItAndTakesNothing() {
        BoundedQueue<int> queue(2);
        QVERIFY(queue.push(1));
        queue.close();
        QVERIFY(!queue.push(2));
        QCOMPARE(queue.pop(), std::optional(1));
        QCOMPARE(queue.pop(), std::optional<int>());
    }

    void waitingEndsAtTheDeadline() {
        BoundedQueue<int> queue(2);
        QCOMPARE(queue.popUntil(std::chrono::steady_clock::now()), std::optional<int>());
        QVERIFY(!queue.finished());
        QVERIFY(queue.push(1));
        queue.close();
        QVERIFY(!queue.finished());
        QCOMPARE(queue.popUntil(std::chrono::steady_clock::now()), std::optional(1));
        QVERIFY(queue.finished());
    }

    void anAbandonedQueueGivesNothing() {
        BoundedQueue<int> queue(2);
        QVERIFY(queue.push(1));
        queue.abandon();
        QCOMPARE(queue.pop(), std::optional<int>());
    }
};

QTEST_APPLESS_MAIN(TestBoundedQueue)
#include "test_bounded_queue.moc"
