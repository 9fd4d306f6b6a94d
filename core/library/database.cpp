// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"

#include "core/base/data_folder.h"
#include "core/base/path_text.h"
#include "core/library/library_file.h"
#include "core/library/schema.h"
#include "core/library/sqlite_guard.h"

#include <sqlite3.h>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using Handle = std::unique_ptr<SQLite::Database>;

constexpr int busyTimeoutMs = 10'000;

/// While this is set, closing a connection leaves the file as it is.
void setCheckpointOnClose(const SQLite::Database& handle, bool wanted) {
    sqlite3_db_config(handle.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, wanted ? 0 : 1, nullptr);
}

/// A "file:" URI, which alone can say `immutable`: no locks, no journal, for media that nobody writes to.
std::string immutableUri(const fs::path& file) {
    const fs::path absolute = fs::absolute(file);
    std::string uri = "file:";
    for (const char character : absolute.native()) {
        if (character == '%' || character == '?' || character == '#') {
            uri += '%';
            uri += "0123456789ABCDEF"[static_cast<unsigned char>(character) >> 4U];
            uri += "0123456789ABCDEF"[static_cast<unsigned char>(character) & 15U];
        } else {
            uri += character;
        }
    }
    return uri + "?immutable=1";
}

Result<void> checkTables(const SQLite::Database& handle, const fs::path& file) {
    if (handle.tableExists("photo"))
        return {};
    return makeError(ErrorCode::LibraryDamaged, {pathText(file), "its tables are missing"});
}

Result<void> checkVersion(const SQLite::Database& handle, const fs::path& file) {
    const int version = schemaVersion(handle);
    const int newest = migrations().back().version;
    if (version > newest)
        return makeError(ErrorCode::LibraryNewer,
                         {pathText(file), std::to_string(version), std::to_string(newest)});
    return checkTables(handle, file);
}

void configureForWriting(SQLite::Database& handle, const fs::path& file) {
    if (isOnNetworkDrive(file)) {
        handle.exec("PRAGMA journal_mode = DELETE");
        handle.exec("PRAGMA synchronous = FULL");
    } else {
        handle.exec("PRAGMA journal_mode = WAL");
        handle.exec("PRAGMA synchronous = NORMAL");
    }
}

void configure(SQLite::Database& handle) {
    handle.exec("PRAGMA foreign_keys = ON");
    handle.exec("PRAGMA cache_size = -16384"); // KiB
}

Result<Handle> openForWriting(const fs::path& file, int flags) {
    Handle handle = std::make_unique<SQLite::Database>(file.c_str(), flags, busyTimeoutMs);
    setCheckpointOnClose(*handle, false);
    if (sqlite3_db_readonly(handle->getHandle(), "main") == 1)
        return makeError(ErrorCode::LibraryReadOnly, {pathText(file)});
    if (auto migrated = migrate(*handle, file, migrations()); !migrated)
        return migrated.error();
    if (auto checked = checkTables(*handle, file); !checked)
        return checked.error();
    configureForWriting(*handle, file);
    configure(*handle);
    setCheckpointOnClose(*handle, true);
    return handle;
}

Result<Handle> openForReading(const fs::path& file, const std::string& name, int flags) {
    Handle handle = std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_READONLY, busyTimeoutMs);
    setCheckpointOnClose(*handle, false);
    if (auto checked = checkVersion(*handle, file); !checked)
        return checked.error();
    configure(*handle);
    return handle;
}

/// On read-only media SQLite can't make the files beside the library that write-ahead logging needs. Without
/// changes waiting in a log, the library may then be taken as immutable.
Result<Handle> openReadOnly(const fs::path& file) {
    auto handle = guarded(file, [&file] { return openForReading(file, file.native(), 0); });
    if (handle || handle.error().code != ErrorCode::LibraryReadOnly)
        return handle;
    fs::path writeAheadLog = file;
    writeAheadLog += "-wal";
    std::error_code reason;
    const auto waiting = fs::file_size(writeAheadLog, reason);
    if (!reason && waiting > 0)
        return handle;
    return guarded(file, [&file] { return openForReading(file, immutableUri(file), SQLite::OPEN_URI); });
}

Result<Handle> openWritable(const fs::path& file, OpenMode mode) {
    int flags = SQLite::OPEN_READWRITE;
    if (mode == OpenMode::Create) {
        flags |= SQLite::OPEN_CREATE;
        std::error_code shownByTheOpenBelow;
        fs::create_directories(file.parent_path(), shownByTheOpenBelow);
    }
    return guarded(file, [&file, flags] { return openForWriting(file, flags); });
}

} // namespace

Database::Database(fs::path file, Handle handle) : file_(std::move(file)), handle_(std::move(handle)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Result<Database> Database::open(const fs::path& file, OpenMode mode) {
    const auto kind = inspectLibraryFile(file);
    if (!kind)
        return kind.error();
    if (*kind == LibraryFileKind::Absent && mode != OpenMode::Create)
        return makeError(ErrorCode::LibraryNotFound, {pathText(file)});
    if (*kind == LibraryFileKind::Empty && mode != OpenMode::Create)
        return makeError(ErrorCode::LibraryForeign, {pathText(file)});
    auto handle = mode == OpenMode::ReadOnly ? openReadOnly(file) : openWritable(file, mode);
    if (!handle)
        return handle.error();
    return Database(file, std::move(*handle));
}

Result<std::int64_t> Database::dataVersion() const {
    return guarded(file_, [this] { return handle_->execAndGet("PRAGMA data_version").getInt64(); });
}

fs::path defaultLibraryFile() {
    return dataFolder() / "home.likeness";
}

} // namespace likeness
