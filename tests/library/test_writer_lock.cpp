// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/writer_lock.h"

#include "tests/library/helper_process.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

class TestWriterLock : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> place_;
    std::filesystem::path library_;

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<QTemporaryDir>();
        library_ = place_->filePath(QStringLiteral("a.likeness")).toStdString();
    }

    void aSecondProcessIsToldWhoHoldsTheLock() {
        HelperProcess holder;
        QVERIFY(holder.start({"hold", library_}));
        QCOMPARE(holder.nextLine(), std::string("locked"));
        const auto refused = WriterLock::acquire(library_);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::LibraryInUse);
        QCOMPARE(refused.error().arguments.at(1), std::to_string(holder.processId()));
        holder.finish();
        QVERIFY(WriterLock::acquire(library_));
    }

    void aKilledHolderLeavesTheLockFree() {
        HelperProcess holder;
        QVERIFY(holder.start({"hold", library_}));
        QCOMPARE(holder.nextLine(), std::string("locked"));
        holder.kill();
        QVERIFY(WriterLock::acquire(library_));
    }

    void theLockIsFreeWhenItsOwnerIsGone() {
        {
            auto lock = WriterLock::acquire(library_);
            QVERIFY(lock);
            const WriterLock moved = *std::move(lock);
            QVERIFY(!WriterLock::acquire(library_));
        }
        QVERIFY(WriterLock::acquire(library_));
    }

    void withoutAPlaceForTheLockTheLibraryIsReadOnly() {
        QCOMPARE(WriterLock::acquire("/proc/no/such.likeness").error().code, ErrorCode::LibraryReadOnly);
    }
};

QTEST_GUILESS_MAIN(TestWriterLock)
#include "test_writer_lock.moc"
