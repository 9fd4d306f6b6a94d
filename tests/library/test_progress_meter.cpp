// SPDX-License-Identifier: GPL-3.0-or-later
// moc can't read <chrono> as the first header.
#include <QtTest>

#include "core/library/progress_meter.h"

using namespace likeness;
using namespace std::chrono_literals;

class TestProgressMeter : public QObject {
    Q_OBJECT

private:
    const ProgressMeter::Clock::time_point start_{1000s};

private Q_SLOTS:
    void withoutPhotosThereIsNoRateAndNoTime() {
        const ProgressMeter meter(start_);
        QCOMPARE(meter.photosPerSecond(start_ + 1s), 0.0);
        QVERIFY(!meter.timeLeft(start_ + 1s, 10).has_value());
    }

    void aSteadyRunHasItsRate() {
        ProgressMeter meter(start_);
        for (int second = 1; second <= 30; ++second)
            meter.record(start_ + std::chrono::seconds(second), 5 * second);
        QCOMPARE(meter.photosPerSecond(start_ + 30s), 5.0);
        QVERIFY(meter.timeLeft(start_ + 30s, 51) == 11s);
    }

    void onlyTheLastSecondsCount() {
        ProgressMeter meter(start_);
        for (int second = 1; second <= 20; ++second)
            meter.record(start_ + std::chrono::seconds(second), second);
        for (int second = 21; second <= 40; ++second)
            meter.record(start_ + std::chrono::seconds(second), 20 + 10 * (second - 20));
        QCOMPARE(meter.photosPerSecond(start_ + 40s), 10.0);
    }

    void pausesAreLeftOut() {
        ProgressMeter meter(start_);
        meter.record(start_ + 2s, 10);
        meter.pause(start_ + 2s);
        meter.pause(start_ + 50s);
        QCOMPARE(meter.photosPerSecond(start_ + 100s), 5.0);
        meter.resume(start_ + 102s);
        meter.resume(start_ + 102s);
        meter.record(start_ + 104s, 20);
        QCOMPARE(meter.photosPerSecond(start_ + 104s), 5.0);
    }
};

QTEST_APPLESS_MAIN(TestProgressMeter)
#include "test_progress_meter.moc"
