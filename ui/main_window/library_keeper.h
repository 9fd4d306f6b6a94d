// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_care.h"
#include "core/library/remark_file.h"
#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"

#include <QObject>

#include <functional>

namespace likeness::ui {

/// Looks after the open library, on a thread of its own: checks and backs it up, lets photos leave it or be
/// found again, and keeps what is said of them in files. Main thread.
class LibraryKeeper : public QObject {
    Q_OBJECT

public:
    explicit LibraryKeeper(LibrarySession& session, QObject* parent = nullptr);

    void check();
    void backUp();
    /// Not while photos are indexed: tells so by refused().
    void removeFolder(const std::filesystem::path& folder);
    void removeMissing();
    /// Missing photos that lie elsewhere now: one in a file, or each in the one file of a folder that has its
    /// name. Not while photos are indexed, either.
    void relink(PhotoId photo, const std::filesystem::path& file);
    void relinkByName(const std::vector<PhotoId>& photos, const std::filesystem::path& folder);

    /// What scans leave out; answered by exclusionsRead(). A change is followed by a look for changes, or by
    /// excludedFound() where photos of the library would be left out now.
    void readExclusions();
    void setExclusions(const std::vector<std::string>& patterns);
    /// Not while photos are indexed, either.
    void removeExcluded();

    /// Tags, stars and labels of all photos, in a file.
    void exportRemarks(const std::filesystem::path& file);
    void importRemarks(const std::filesystem::path& file);

Q_SIGNALS:
    void relinked(std::int64_t photos);
    void exclusionsRead(const std::vector<std::string>& patterns);
    void excludedFound(std::int64_t photos);
    void remarksExported(const std::filesystem::path& file);
    void remarksImported(const likeness::RemarkTally& tally);
    void checked(const std::vector<std::string>& faults);
    void backedUp(const likeness::LibraryBackup& backup);
    void removed(std::int64_t photos);
    void refused();
    void failed(const likeness::Error& error);

private:
    /// Gives what came of a task to `take`, or tells why nothing did.
    template <typename Take>
    auto orFail(Take take);
    void relinkBy(std::function<Result<std::int64_t>(const Database&)> link);
    void remove(std::function<Result<std::int64_t>(const Database&)> removal);

    LibrarySession& session_;
    LibraryWorker worker_;
};

} // namespace likeness::ui
