// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/library_keeper.h"

#include "core/base/file_io.h"
#include "core/library/exclusions.h"
#include "core/library/photo_removal.h"
#include "core/library/relinking.h"

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

void LibraryKeeper::relink(PhotoId photo, const std::filesystem::path& file) {
    relinkBy([photo, file](const Database& database) {
        const auto linked = likeness::relink(database, photo, file);
        return linked ? Result<std::int64_t>(1) : linked.error();
    });
}

void LibraryKeeper::relinkByName(const std::vector<PhotoId>& photos, const std::filesystem::path& folder) {
    relinkBy([photos, folder](const Database& database) {
        return likeness::relinkByName(database, photos, folder);
    });
}

void LibraryKeeper::relinkBy(std::function<Result<std::int64_t>(const Database&)> link) {
    if (session_.isIndexing()) {
        Q_EMIT refused();
        return;
    }
    worker_.with(OpenMode::Write, std::move(link), orFail([this](std::int64_t photos) {
                     if (photos > 0)
                         session_.index({});
                     Q_EMIT relinked(photos);
                 }));
}

void LibraryKeeper::readExclusions() {
    worker_.with(OpenMode::ReadOnly, exclusions, orFail([this](const std::vector<std::string>& patterns) {
                     Q_EMIT exclusionsRead(patterns);
                 }));
}

void LibraryKeeper::setExclusions(const std::vector<std::string>& patterns) {
    worker_.with(
        OpenMode::Write,
        [patterns](const Database& database) {
            const auto done = likeness::setExclusions(database, patterns);
            return done ? excludedPhotos(database) : Result<std::vector<PhotoId>>(done.error());
        },
        orFail([this](const std::vector<PhotoId>& excluded) {
            if (excluded.empty())
                session_.index({});
            else
                Q_EMIT excludedFound(std::ssize(excluded));
        }));
}

void LibraryKeeper::removeExcluded() {
    remove([](const Database& database) {
        const auto photos = excludedPhotos(database);
        return photos ? removePhotos(database, *photos) : Result<std::int64_t>(photos.error());
    });
}

void LibraryKeeper::exportRemarks(const std::filesystem::path& file) {
    worker_.with(
        OpenMode::ReadOnly,
        [file](const Database& database) -> Result<std::filesystem::path> {
            const auto all = remarks(database);
            if (!all)
                return all.error();
            const std::string text = file.extension() == ".json" ? remarksAsJson(*all) : remarksAsCsv(*all);
            const auto written = writeFileAtomically(file, std::as_bytes(std::span(text)));
            return written ? Result<std::filesystem::path>(file) : written.error();
        },
        orFail([this](const std::filesystem::path& written) { Q_EMIT remarksExported(written); }));
}

void LibraryKeeper::importRemarks(const std::filesystem::path& file) {
    worker_.with(
        OpenMode::Write,
        [file](const Database& database) -> Result<RemarkTally> {
            const auto read = readRemarks(file);
            return read ? takeRemarks(database, *read) : read.error();
        },
        orFail([this](const RemarkTally& tally) { Q_EMIT remarksImported(tally); }));
}

} // namespace likeness::ui
