// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/library_keeper.h"

#include "core/library/photo_removal.h"

#include <QDateTime>

namespace likeness::ui {

LibraryKeeper::LibraryKeeper(LibrarySession& session, QObject* parent)
    : QObject(parent), session_(session), worker_(QStringLiteral("library care"), session.libraryFile()) {}

template <typename Take>
auto LibraryKeeper::orFail(Take take) {
    return [this, take](const auto& answer) {
        if (answer)
            take(*answer);
        else
            Q_EMIT failed(answer.error());
    };
}

void LibraryKeeper::check() {
    worker_.with(OpenMode::ReadOnly, checkLibrary,
                 orFail([this](const std::vector<std::string>& faults) { Q_EMIT checked(faults); }));
}

void LibraryKeeper::backUp() {
    worker_.with(
        OpenMode::Write,
        [time = QDateTime::currentSecsSinceEpoch()](const Database& database) {
            return backUpLibrary(database, time);
        },
        orFail([this](const LibraryBackup& backup) { Q_EMIT backedUp(backup); }));
}

void LibraryKeeper::removeFolder(const std::filesystem::path& folder) {
    remove([folder](const Database& database) { return likeness::removeFolder(database, folder); });
}

void LibraryKeeper::removeMissing() {
    remove(removeMissingPhotos);
}

void LibraryKeeper::remove(std::function<Result<std::int64_t>(const Database&)> removal) {
    if (session_.isIndexing()) {
        Q_EMIT refused();
        return;
    }
    worker_.with(OpenMode::Write, std::move(removal), orFail([this](std::int64_t photos) {
                     session_.showChanges();
                     session_.reload();
                     Q_EMIT removed(photos);
                 }));
}

} // namespace likeness::ui
