// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/machine_state.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <string>

using namespace likeness;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

} // namespace

class TestMachineState : public QObject {
    Q_OBJECT

    QTemporaryDir place_;
    fs::path folder() const { return place_.path().toStdString(); }

    /// Ticks since the start, of a machine with `busy` of `all` used, `own` of them by this process.
    void writeTicks(int all, int busy, int own) const {
        write(folder() / "proc/stat", "cpu  " + std::to_string(busy) + " 0 0 " + std::to_string(all - busy) +
                                          " 0 0 0 0 0 0\ncpu0 9 9 9 9\n");
        write(folder() / "proc/self/stat", "12 (a name) with) S 1 1 1 0 -1 4194304 100 0 0 0 " +
                                               std::to_string(own) + " 0 0 0 20 0 1 0 100\n");
    }

private Q_SLOTS:
    void aLaptopWithoutItsAdapterIsOnBattery() {
        const fs::path supplies = folder() / "supplies";
        QVERIFY(!isOnBattery(supplies)); // a desktop tells of no supply at all
        write(supplies / "BAT0/type", "Battery\n");
        QVERIFY(!isOnBattery(supplies)); // of a mouse, perhaps
        write(supplies / "AC/type", "Mains\n");
        write(supplies / "AC/online", "0\n");
        QVERIFY(isOnBattery(supplies));
        write(supplies / "AC/online", "1\n");
        QVERIFY(!isOnBattery(supplies));
    }

    void whatOtherProgramsUseIsCountedSinceTheLastLook() {
        OtherPrograms others(folder() / "proc");
        QVERIFY(!others.share());
        writeTicks(1000, 400, 100);
        QVERIFY(!others.share());
        writeTicks(1200, 550, 200); // 150 of 200 busy, 100 of them our own
        QCOMPARE(others.share().value_or(-1), .25);
        writeTicks(1300, 650, 200);
        QCOMPARE(others.share().value_or(-1), 1.);
        write(folder() / "proc/stat", "nonsense\n");
        QVERIFY(!others.share());
    }

    void thisMachineTells() {
        OtherPrograms others;
        others.share();
        QTest::qWait(50);
        const auto share = others.share();
        QVERIFY(share && *share >= 0 && *share <= 1);
    }
};

QTEST_GUILESS_MAIN(TestMachineState)
#include "test_machine_state.moc"
