// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/search_pacer.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestSearchPacer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangesWhileOneIsInFlightIsSentOnce() {
        SearchPacer pacer;
        const QSignalSpy due(&pacer, &SearchPacer::due);
        for (int i = 0; i < 50; ++i)
            pacer.refine();
        QCOMPARE(due.count(), 1);
        pacer.takeAnswer(SearchStage::Final);
        QCOMPARE(due.count(), 2);
        pacer.takeAnswer(SearchStage::Final);
        QCOMPARE(due.count(), 2);
    }

    void theFirstOfTwoAnswersMakesRoomForTheNextQuestion() {
        SearchPacer pacer;
        const QSignalSpy due(&pacer, &SearchPacer::due);
        pacer.refine();
        pacer.takeAnswer(SearchStage::Preliminary);
        pacer.refine();
        QCOMPARE(due.count(), 2);
    }

    void anotherQueryDoesNotWait() {
        SearchPacer pacer;
        const QSignalSpy due(&pacer, &SearchPacer::due);
        pacer.begin();
        pacer.begin();
        QCOMPARE(due.count(), 2);
    }

    void itIsBusyOnlyWhereAnAnswerTakesLong() {
        SearchPacer pacer;
        QSignalSpy busy(&pacer, &SearchPacer::busyChanged);
        pacer.begin();
        pacer.takeAnswer(SearchStage::Final);
        pacer.begin();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(busy.wait(5000));
        QVERIFY(timer.elapsed() >= SearchPacer::patience.count() - 20);
        QVERIFY(pacer.isBusy());
        pacer.takeAnswer(SearchStage::Preliminary);
        QVERIFY(pacer.isBusy()); // the final answer is still on its way
        pacer.takeAnswer(SearchStage::Final);
        QVERIFY(!pacer.isBusy());
        QCOMPARE(busy.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSearchPacer)
#include "test_search_pacer.moc"
