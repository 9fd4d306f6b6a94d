// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/library_keeper.h"

#include "core/library/photo_removal.h"

#include <QDateTime>

namespace likeness::ui {

LibraryKeeper::LibraryKeeper(LibrarySession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      thread_(std::make_unique<WorkerThread>(QStringLiteral("library care"))) {}

LibraryKeeper::~LibraryKeeper() {
    thread_.reset();
}

template <typename Work, typename Take>
void LibraryKeeper::withDatabase(OpenMode mode, Work work, Take take) {
    thread_->post(
        [this, mode, work = std::move(work), take = std::move(take), file = session_.libraryFile()] {
            const auto database = Database::open(file, mode);
            using Answer = decltype(work(*database));
            auto answer = database ? work(*database) : Answer(database.error());
            QMetaObject::invokeMethod(this, [this, take, answer = std::move(answer)] {
                if (answer)
                    take(*answer);
                else
                    Q_EMIT failed(answer.error());
            });
        });
}

void LibraryKeeper::check() {
    withDatabase(
        OpenMode::ReadOnly, [](const Database& database) { return checkLibrary(database); },
        [this](const std::vector<std::string>& faults) { Q_EMIT checked(faults); });
}

void LibraryKeeper::backUp() {
    withDatabase(
        OpenMode::Write,
        [time = QDateTime::currentSecsSinceEpoch()](const Database& database) {
            return backUpLibrary(database, time);
        },
        [this](const LibraryBackup& backup) { Q_EMIT backedUp(backup); });
}

void LibraryKeeper::removeFolder(const std::filesystem::path& folder) {
    remove([folder](const Database& database) { return likeness::removeFolder(database, folder); });
}

void LibraryKeeper::removeMissing() {
    remove([](const Database& database) { return removeMissingPhotos(database); });
}

void LibraryKeeper::remove(std::function<Result<std::int64_t>(const Database&)> removal) {
    if (session_.isIndexing()) {
        Q_EMIT refused();
        return;
    }
    withDatabase(OpenMode::Write, std::move(removal), [this](std::int64_t photos) {
        session_.showChanges();
        session_.reload();
        Q_EMIT removed(photos);
    });
}

} // namespace likeness::ui
