// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_care.h"
#include "tests/quick_engine.h"
#include "ui/main_window/desk.h"
#include "ui/shared/formats.h"

#include <QMessageBox>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

namespace {

constexpr int limitMs = 120'000;

} // namespace

/// On real libraries: one with two photos, and others that the tests make.
class TestDesk : public QObject {
    Q_OBJECT

    QTemporaryDir place_;
    Settings settings_;
    Theme theme_;
    Language language_;
    std::unique_ptr<Desk> desk_;

    std::filesystem::path at(const char* name) const { return toPath(place_.filePath(QLatin1String(name))); }

    template <typename T>
    T* find(const char* name) {
        return desk_->window().findChild<T*>(QLatin1String(name));
    }
    void trigger(const char* action) { find<QAction>(action)->trigger(); }
    QString notice() { return find<QLabel>("noticeText")->text(); }
    qsizetype photos() { return std::ssize(desk_->session().snapshot()->photos()); }

    void agree() {
        QTRY_VERIFY(find<QMessageBox>("question"));
        find<QPushButton>("agree")->click();
    }

private Q_SLOTS:
    void initTestCase() {
        settings_.setEngine(quickEngine);
        settings_.setThreads(1);
        settings_.setPace(PaceChoice::Full);
        language_.apply(QStringLiteral("en"));
        QDir().mkpath(place_.filePath(QStringLiteral("photos")));
        for (const char* name : {"hat-1.jpg", "hat-2.jpg"})
            QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/hat/") + QLatin1String(name),
                        place_.filePath(QStringLiteral("photos/") + QLatin1String(name)));
        desk_ = std::make_unique<Desk>(Desk::Parts{settings_, theme_, language_});
        desk_->open(at("one.likeness"));
        desk_->window().addFolders({at("photos")});
        QTRY_COMPARE_WITH_TIMEOUT(desk_->session().snapshot()->indexedCount(), 2, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!desk_->session().isIndexing(), limitMs);
    }

    void cleanupTestCase() { desk_.reset(); }

    void anotherLibraryComesInThePlaceOfTheFirstAndBack() {
        QVERIFY(desk_->window().windowTitle().startsWith(QStringLiteral("one")));
        Q_EMIT desk_->window().libraryWanted(at("two.likeness"));
        QTRY_VERIFY(desk_->window().windowTitle().startsWith(QStringLiteral("two")));
        QTRY_VERIFY_WITH_TIMEOUT(desk_->session().isLoaded(), limitMs);
        QCOMPARE(photos(), 0);
        auto* recent = find<QMenu>("recentLibraries");
        Q_EMIT recent->aboutToShow();
        QCOMPARE(recent->actions().front()->text(), QStringLiteral("one"));
        recent->actions().front()->trigger();
        QTRY_VERIFY(desk_->window().windowTitle().startsWith(QStringLiteral("one")));
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 2, limitMs);
    }

    void theLibraryIsCheckedAndBackedUp() {
        trigger("checkLibrary");
        QTRY_VERIFY(notice().contains(QStringLiteral("sound")));
        trigger("backUpLibrary");
        QTRY_VERIFY(notice().contains(QStringLiteral("Backed up")));
        QCOMPARE(backupsOf(at("one.likeness")).size(), std::size_t{1});
    }

    void aFolderLeavesTheLibraryAndABackupBringsItBack() {
        QTRY_VERIFY(!backupsOf(at("one.likeness")).empty());
        Q_EMIT find<Sidebar>("sidebar")->folderRemovalWanted(std::filesystem::canonical(at("photos")));
        agree();
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 0, limitMs);
        QVERIFY(std::filesystem::exists(at("photos") / "hat-1.jpg"));
        auto* backups = find<QMenu>("libraryBackups");
        Q_EMIT backups->aboutToShow();
        backups->actions().back()->trigger(); // the oldest
        agree();
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 2, limitMs);
    }

    void aFileThatIsNoBackupIsRefusedAndTheLibraryStays() {
        QFile file(place_.filePath(QStringLiteral("notes.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300, 'x'));
        file.close();
        desk_->restore(at("notes.txt"));
        QVERIFY(notice().contains(QStringLiteral("notes.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 2, limitMs);
    }

    void aLibraryIsMoved() {
        desk_->move(at("elsewhere/three.likeness"));
        QVERIFY(desk_->window().windowTitle().startsWith(QStringLiteral("three")));
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 2, limitMs);
        QVERIFY(!std::filesystem::exists(at("one.likeness")));
        desk_->move(at("two.likeness")); // that one is there already
        QVERIFY(notice().contains(QStringLiteral("two.likeness")));
        QTRY_COMPARE_WITH_TIMEOUT(photos(), 2, limitMs);
    }
};

QTEST_MAIN(TestDesk)
#include "test_desk.moc"
