// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector> // before <chrono>, which Qt 6.4's moc fails on as the first header of all

#include "core/library/work_pace.h"

#include <QtTest>

#include <future>

using namespace likeness;

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

/// Whether the wait is over without anything happening.
bool isOver(const std::future<void>& wait) {
    return wait.wait_for(milliseconds(30)) == std::future_status::ready;
}

std::future<void> wait(WorkPace& pace, int worker, WorkPace::Clock::duration worked,
                       const std::stop_source& stop = {}) {
    return std::async(std::launch::async, [&pace, worker, worked, token = stop.get_token()] {
        pace.wait(worker, worked, token);
    });
}

} // namespace

class TestWorkPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atFullPaceNobodyWaits() {
        WorkPace pace(Pace::Full);
        wait(pace, 0, hours(1)).get();
        wait(pace, 7, hours(1)).get();
    }

    void gentlyOneWorkerRestsAsLongAsItWorked() {
        WorkPace pace(Pace::Gentle);
        const auto start = WorkPace::Clock::now();
        wait(pace, 0, milliseconds(20)).get();
        QVERIFY(WorkPace::Clock::now() - start >= milliseconds(20));
    }

    void gentlyTheOthersWaitUntilThePaceIsFull() {
        WorkPace pace(Pace::Gentle);
        const auto second = wait(pace, 1, milliseconds(0));
        QVERIFY(!isOver(second));
        pace.set(Pace::Full);
        second.wait();
    }

    void theEndAndAStopWakeEveryone() {
        WorkPace pace(Pace::Gentle);
        const auto first = wait(pace, 0, hours(1));
        const auto second = wait(pace, 1, milliseconds(0));
        QVERIFY(!isOver(first));
        pace.end();
        first.wait();
        second.wait();

        WorkPace other(Pace::Gentle);
        std::stop_source stop;
        const auto third = wait(other, 1, milliseconds(0), stop);
        QVERIFY(!isOver(third));
        stop.request_stop();
        third.wait();
    }
};

QTEST_GUILESS_MAIN(TestWorkPace)
#include "test_work_pace.moc"
