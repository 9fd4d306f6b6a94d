// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
}

namespace likeness {

/// How a library file is opened.
enum class OpenMode {
    Create,   // reads and writes; makes the file (and its folder) where there is none
    Write,    // reads and writes an existing library
    ReadOnly, // for searching and looking; works on read-only media too
};

/// One connection to a library file, for one thread. Owns the SQLite handle.
///
/// Opening checks application_id and schema version, migrates an older schema (after a backup beside the
/// file), and sets WAL, foreign keys and a busy time-out. A file that is not a library, is newer, or is
/// damaged is refused and left untouched.
///
/// Opening for writing doesn't make this process the writer: see WriterLock.
class Database {
public:
    /// LibraryNotFound, LibraryForeign, LibraryNewer, LibraryDamaged, LibraryReadOnly, LibraryFailed,
    /// DiskFull.
    static Result<Database> open(const std::filesystem::path& file, OpenMode mode);

    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& file() const { return file_; }

    /// For the repositories of this folder alone.
    SQLite::Database& handle() const { return *handle_; }

    /// Changes when another connection committed (PRAGMA data_version).
    Result<std::int64_t> dataVersion() const;

private:
    Database(std::filesystem::path file, std::unique_ptr<SQLite::Database> handle);

    std::filesystem::path file_;
    std::unique_ptr<SQLite::Database> handle_;
};

/// $XDG_DATA_HOME/likeness/home.likeness, or the same below ~/.local/share.
std::filesystem::path defaultLibraryFile();

} // namespace likeness
