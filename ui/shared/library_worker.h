// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/worker_thread.h"

#include "core/library/database.h"

#include <QObject>

#include <atomic>
#include <filesystem>
#include <utility>

namespace likeness::ui {

/// A thread that works on a library, a connection for each task, in order. Lives on the main thread, where
/// answers arrive. Destruction waits for the task in hand and for all that is still to be written; no answer
/// arrives after it.
class LibraryWorker {
public:
    LibraryWorker(const QString& name, std::filesystem::path libraryFile)
        : libraryFile_(std::move(libraryFile)), thread_(name) {}
    ~LibraryWorker() {
        ends_ = true;
        thread_.finish();
    }
    LibraryWorker(const LibraryWorker&) = delete;
    LibraryWorker& operator=(const LibraryWorker&) = delete;
    LibraryWorker(LibraryWorker&&) = delete;
    LibraryWorker& operator=(LibraryWorker&&) = delete;

    /// `work` gets the library on the thread and returns a Result, which `take` gets on the main thread;
    /// where the library can't be opened, the reason.
    template <typename Work, typename Take>
    void with(OpenMode mode, Work work, Take take) {
        thread_.post([this, mode, work = std::move(work), take = std::move(take)] {
            if (ends_ && mode == OpenMode::ReadOnly)
                return;
            const auto database = Database::open(libraryFile_, mode);
            using Answer = decltype(work(*database));
            auto answer = database ? work(*database) : Answer(database.error());
            QMetaObject::invokeMethod(&mainThread_, [take, answer = std::move(answer)] { take(answer); });
        });
    }

private:
    const std::filesystem::path libraryFile_;
    std::atomic<bool> ends_ = false;
    QObject mainThread_; // receives answers
    WorkerThread thread_;
};

} // namespace likeness::ui
