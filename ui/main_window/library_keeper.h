// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_care.h"
#include "ui/shared/library_session.h"
#include "ui/shared/worker_thread.h"

#include <QObject>

#include <functional>
#include <memory>

namespace likeness::ui {

/// Checks and backs up the open library, and lets photos leave it, on a thread of its own. Main thread.
class LibraryKeeper : public QObject {
    Q_OBJECT

public:
    explicit LibraryKeeper(LibrarySession& session, QObject* parent = nullptr);
    ~LibraryKeeper() override;

    void check();
    void backUp();
    /// Not while photos are indexed: tells so by refused().
    void removeFolder(const std::filesystem::path& folder);
    void removeMissing();

Q_SIGNALS:
    void checked(const std::vector<std::string>& faults);
    void backedUp(const likeness::LibraryBackup& backup);
    void removed(std::int64_t photos);
    void refused();
    void failed(const likeness::Error& error);

private:
    /// `work` gets the library on the thread; `take` gets what it returns, on the main thread.
    template <typename Work, typename Take>
    void withDatabase(OpenMode mode, Work work, Take take);
    void remove(std::function<Result<std::int64_t>(const Database&)> removal);

    LibrarySession& session_;
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
