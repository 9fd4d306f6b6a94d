// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_care.h"
#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"

#include <QObject>

#include <functional>

namespace likeness::ui {

/// Checks and backs up the open library, and lets photos leave it, on a thread of its own. Main thread.
class LibraryKeeper : public QObject {
    Q_OBJECT

public:
    explicit LibraryKeeper(LibrarySession& session, QObject* parent = nullptr);

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
    /// Gives what came of a task to `take`, or tells why nothing did.
    template <typename Take>
    auto orFail(Take take);
    void remove(std::function<Result<std::int64_t>(const Database&)> removal);

    LibrarySession& session_;
    LibraryWorker worker_;
};

} // namespace likeness::ui
