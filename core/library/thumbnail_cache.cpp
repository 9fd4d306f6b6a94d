// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/thumbnail_cache.h"

#include "core/base/log.h"
#include "core/base/path_text.h"
#include "core/library/library_file.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using Handle = std::unique_ptr<SQLite::Database>;

constexpr int cacheApplicationId = 0x4C4B5448; // "LKTH"
constexpr int cacheVersion = 1;
constexpr int busyTimeoutMs = 5'000;

constexpr const char* tables =
    "CREATE TABLE thumbnail (photo_id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL, "
    "modified_ns INTEGER NOT NULL, jpeg BLOB NOT NULL) STRICT";

/// Makes the table where the file is new. False where the file is something else, and has to go.
bool prepare(SQLite::Database& handle) {
    SQLite::Transaction transaction(handle, SQLite::TransactionBehavior::IMMEDIATE);
    const int id = handle.execAndGet("PRAGMA application_id").getInt();
    if (id == cacheApplicationId)
        return handle.execAndGet("PRAGMA user_version").getInt() == cacheVersion &&
               handle.tableExists("thumbnail");
    if (id != 0 || handle.execAndGet("SELECT count(*) FROM sqlite_master").getInt() != 0)
        return false;
    handle.exec(tables);
    handle.exec("PRAGMA application_id = " + std::to_string(cacheApplicationId));
    handle.exec("PRAGMA user_version = " + std::to_string(cacheVersion));
    transaction.commit();
    return true;
}

/// Thumbnails can be made again, so nothing waits for the disk.
Result<Handle> openFile(const fs::path& file) {
    return guarded(file, [&file]() -> Result<Handle> {
        auto handle = std::make_unique<SQLite::Database>(
            file.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyTimeoutMs);
        if (sqlite3_db_readonly(handle->getHandle(), "main") == 1)
            return makeError(ErrorCode::LibraryReadOnly, {pathText(file)});
        if (!prepare(*handle))
            return makeError(ErrorCode::LibraryDamaged, {pathText(file), "it holds something else"});
        handle->exec(isOnNetworkDrive(file) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
        handle->exec("PRAGMA synchronous = OFF");
        return handle;
    });
}

Result<Handle> openInMemory() {
    const fs::path file = ":memory:";
    return guarded(file, [&file] {
        auto handle =
            std::make_unique<SQLite::Database>(file.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        prepare(*handle);
        return handle;
    });
}

void removeCache(const fs::path& file) {
    log(LogLevel::Warning, "The thumbnail cache " + pathText(file) + " is damaged; it is made anew.");
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::path part = file;
        part += suffix;
        std::error_code shownByTheNextOpen;
        fs::remove(part, shownByTheNextOpen);
    }
}

/// Damage inside shows only when SQLite meets it; then the next open makes the cache anew.
template <typename Work>
auto usingCache(const fs::path& file, Work work) {
    auto result = guarded(file, work);
    if (!result && result.error().code == ErrorCode::LibraryDamaged)
        removeCache(file);
    return result;
}

} // namespace

ThumbnailCache::ThumbnailCache(Handle handle) : handle_(std::move(handle)) {}
ThumbnailCache::~ThumbnailCache() = default;
ThumbnailCache::ThumbnailCache(ThumbnailCache&&) noexcept = default;
ThumbnailCache& ThumbnailCache::operator=(ThumbnailCache&&) noexcept = default;

Result<ThumbnailCache> ThumbnailCache::open(const fs::path& libraryFile) {
    fs::path file = libraryFile;
    file += "-thumbnails";
    auto handle = openFile(file);
    if (!handle && handle.error().code == ErrorCode::LibraryDamaged) {
        removeCache(file);
        handle = openFile(file);
    }
    if (!handle && handle.error().code == ErrorCode::LibraryReadOnly)
        handle = openInMemory();
    if (!handle)
        return handle.error();
    return ThumbnailCache(std::move(*handle));
}

Result<std::optional<Bytes>> ThumbnailCache::find(PhotoId photo, const FileStamp& stamp) const {
    return usingCache(handle_->getFilename(), [&]() -> std::optional<Bytes> {
        SQLite::Statement query(
            *handle_, "SELECT jpeg FROM thumbnail WHERE photo_id = ? AND bytes = ? AND modified_ns = ?");
        query.bind(1, photo.value);
        bindStamp(query, 2, 3, stamp);
        if (!query.executeStep())
            return std::nullopt;
        const auto jpeg = query.getColumn(0);
        const auto bytes = bytesOf(jpeg);
        return Bytes(bytes.begin(), bytes.end());
    });
}

Result<void> ThumbnailCache::put(std::span<const Thumbnail> thumbnails) {
    return usingCache(handle_->getFilename(), [this, thumbnails] {
        SQLite::Transaction transaction(*handle_, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(*handle_, "INSERT OR REPLACE INTO thumbnail VALUES (?, ?, ?, ?)");
        for (const Thumbnail& thumbnail : thumbnails) {
            insert.bind(1, thumbnail.photo.value);
            bindStamp(insert, 2, 3, thumbnail.stamp);
            bindBytes(insert, 4, thumbnail.jpeg);
            runOnce(insert);
        }
        transaction.commit();
    });
}

} // namespace likeness
