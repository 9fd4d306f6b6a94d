// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/single_instance.h"

#include <QProcess>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace likeness::ui;

/// On a session bus of its own.
class TestSingleInstance : public QObject {
    Q_OBJECT

    QProcess daemon_;
    QString address_;

    QDBusConnection connection(const char* name) {
        return QDBusConnection::connectToBus(address_, QLatin1String(name));
    }

private Q_SLOTS:
    void initTestCase() {
        daemon_.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                      QStringLiteral("--print-address")});
        QVERIFY2(daemon_.waitForReadyRead(), qPrintable(daemon_.errorString()));
        address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
    }

    void cleanupTestCase() {
        daemon_.terminate();
        daemon_.waitForFinished();
    }

    void withoutABusEachIsTheFirst() {
        QVERIFY(SingleInstance(QDBusConnection(QStringLiteral("none"))).isFirst());
    }

    void aSecondOneGivesItsFilesToTheFirst() {
        const SingleInstance first(connection("first"));
        QVERIFY(first.isFirst());
        QSignalSpy opened(&first, &SingleInstance::opened);
        const QString file = QStringLiteral("/photos/a b/猫 #1.jpg");
        // From another thread, as the first one answers on this one.
        std::atomic<bool> answered = false;
        std::thread second([&] {
            const SingleInstance later(connection("second"));
            answered = !later.isFirst() && later.handOver({file});
        });
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().toStringList(), QStringList{file});
        second.join();
        QVERIFY(answered);
    }

    void itKnowsThatItIsNotTheFirst() {
        const SingleInstance first(connection("first"));
        const SingleInstance second(connection("other"));
        QVERIFY(first.isFirst());
        QVERIFY(!second.isFirst());
    }

    void whenTheFirstOneEndsTheNextIsTheFirst() {
        QDBusConnection::disconnectFromBus(QStringLiteral("first"));
        QTRY_VERIFY(SingleInstance(connection("third")).isFirst());
    }
};

QTEST_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
