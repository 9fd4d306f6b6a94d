// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/worker_pool.h"

#include <QtTest>

#include <atomic>

using namespace likeness;

class TestWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workIsSharedOutAndDoneWhenRunReturns() {
        for (const unsigned threads : {1U, 2U, 7U}) {
            WorkerPool pool(threads);
            QCOMPARE(pool.threads(), threads);
            for (int round = 0; round < 200; ++round) {
                std::atomic<int> next = 0;
                std::vector<int> done(100);
                pool.run([&] {
                    for (int i = next++; i < 100; i = next++)
                        ++done[static_cast<std::size_t>(i)];
                });
                QCOMPARE(done, std::vector<int>(100, 1));
            }
        }
    }

    void helpersWorkBesideTheCaller() {
        WorkerPool pool(4);
        std::atomic<int> here = 0;
        pool.run([&] { // returns once all four have come
            ++here;
            while (here < 4)
                std::this_thread::yield();
        });
        QCOMPARE(here.load(), 4);
    }

    void callersDoNotWaitForEachOthersWork() {
        WorkerPool pool(2);
        std::atomic<bool> otherIsDone = false;
        std::jthread other([&] {
            std::atomic<bool> first = true;
            pool.run([&] {
                if (first.exchange(false))
                    while (!otherIsDone)
                        std::this_thread::yield();
            });
        });
        std::atomic<int> calls = 0;
        pool.run([&] { ++calls; });
        QVERIFY(calls >= 1);
        otherIsDone = true;
    }

    void thePoolOfAllCoresIsSharedWhileItIsHeld() {
        const auto pool = sharedWorkerPool();
        QCOMPARE(sharedWorkerPool(), pool);
        QCOMPARE(pool->threads(), std::max(std::thread::hardware_concurrency(), 1U));
    }
};

QTEST_APPLESS_MAIN(TestWorkerPool)
#include "test_worker_pool.moc"
