// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_care.h"

#include "core/base/log.h"
#include "core/base/path_text.h"
#include "core/library/database_copy.h"
#include "core/library/library_file.h"
#include "core/library/sqlite_guard.h"
#include "core/library/writer_lock.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <system_error>

namespace likeness {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view backupSuffix = ".backup";
constexpr std::size_t stampLength = 17; // 2026-11-27-213000

/// What belongs to a library and lies beside it. The log and its memory are gone once it is closed.
constexpr std::array<std::string_view, 3> companions{"-thumbnails", "-codes", "-recent"};

fs::path beside(const fs::path& library, std::string_view suffix) {
    fs::path file = library;
    file += suffix;
    return file;
}

std::string timeStamp(std::int64_t time) {
    const std::time_t seconds = time;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d-%H%M%S", &parts)};
}

/// "2026-11-27-213000" as people write it; empty where it is no such stamp.
std::string readableStamp(const std::string& stamp) {
    const std::string_view shape = "0000-00-00-000000";
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (stamp.size() != shape.size() ||
            (shape[i] == '-' ? stamp[i] != '-' : stamp[i] < '0' || stamp[i] > '9'))
            return "";
    return stamp.substr(0, 10) + " " + stamp.substr(11, 2) + ":" + stamp.substr(13, 2) + ":" +
           stamp.substr(15, 2);
}

Error notWritable(const fs::path& file, const std::error_code& reason) {
    return makeError(reason == std::errc::no_space_on_device ? ErrorCode::DiskFull
                                                             : ErrorCode::FileNotWritable,
                     {pathText(file), reason.message()});
}

void removeOldBackups(const fs::path& library) {
    const auto backups = backupsOf(library);
    for (std::size_t i = backupsKept; i < backups.size(); ++i) {
        std::error_code reason;
        fs::remove(backups[i].file, reason);
        if (reason)
            log(LogLevel::Warning,
                "an old backup can't be removed: " + pathText(backups[i].file) + ": " + reason.message());
    }
}

/// The library as a backup, or set aside where it can't be read as one.
Result<void> setAside(const fs::path& library, std::int64_t time) {
    {
        const auto database = Database::open(library, OpenMode::Write);
        const auto faults =
            database ? checkLibrary(*database) : Result<std::vector<std::string>>(database.error());
        if (faults && faults->empty()) {
            const auto backup = backUpLibrary(*database, time);
            return backup ? Result<void>() : backup.error();
        }
    }
    std::error_code reason;
    fs::rename(library, beside(library, ".damaged"), reason);
    return reason ? Result<void>(notWritable(library, reason)) : Result<void>();
}

Result<void> moveFile(const fs::path& from, const fs::path& to) {
    std::error_code reason;
    fs::rename(from, to, reason);
    if (reason == std::errc::cross_device_link) {
        fs::copy_file(from, to, reason);
        if (!reason)
            fs::remove(from, reason);
    }
    return reason ? Result<void>(notWritable(to, reason)) : Result<void>();
}

/// What the log still holds goes into the file; the log goes.
Result<void> settle(const fs::path& library) {
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return database.error();
    return guarded(library, [&] { database->handle().exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

} // namespace

Result<std::vector<std::string>> checkLibrary(const Database& database) {
    return guarded(database.file(), [&] {
        std::vector<std::string> faults;
        SQLite::Statement integrity(database.handle(), "PRAGMA integrity_check(20)");
        while (integrity.executeStep())
            if (std::string text = integrity.getColumn(0).getString(); text != "ok")
                faults.push_back(std::move(text));
        SQLite::Statement keys(database.handle(), "PRAGMA foreign_key_check");
        while (keys.executeStep())
            faults.push_back("a row of " + keys.getColumn(0).getString() + " refers to a row of " +
                             keys.getColumn(2).getString() + " that is not there");
        return faults;
    });
}

std::vector<LibraryBackup> backupsOf(const fs::path& library) {
    std::vector<LibraryBackup> backups;
    std::error_code none;
    const std::string prefix = library.filename().string() + ".";
    for (const auto& entry : fs::directory_iterator(library.parent_path(), none)) {
        const std::string name = entry.path().filename().string();
        if (name.size() != prefix.size() + stampLength + backupSuffix.size() || !name.starts_with(prefix) ||
            !name.ends_with(backupSuffix))
            continue;
        const std::string madeAt = readableStamp(name.substr(prefix.size(), stampLength));
        std::error_code unreadable;
        if (!madeAt.empty())
            backups.push_back({entry.path(), madeAt, entry.file_size(unreadable)});
    }
    std::ranges::sort(backups, std::ranges::greater(), &LibraryBackup::madeAt);
    return backups;
}

Result<LibraryBackup> backUpLibrary(const Database& database, std::int64_t time) {
    const std::string stamp = timeStamp(time);
    const fs::path file = beside(database.file(), "." + stamp + std::string(backupSuffix));
    const auto copied = guarded(database.file(), [&] { copyDatabase(database.handle(), file); });
    if (!copied)
        return copied.error();
    removeOldBackups(database.file());
    std::error_code ignored;
    return LibraryBackup{file, readableStamp(stamp), fs::file_size(file, ignored)};
}

Result<void> restoreLibrary(const fs::path& library, const fs::path& backup, std::int64_t time) {
    const auto kind = inspectLibraryFile(backup);
    if (!kind)
        return kind.error();
    if (*kind != LibraryFileKind::Library)
        return makeError(ErrorCode::LibraryForeign, {pathText(backup)});
    const auto lock = WriterLock::acquire(library);
    if (!lock)
        return lock.error();
    const fs::path part = beside(library, ".restored");
    std::error_code reason;
    // Copied before anything changes: the oldest backup goes when one more is made.
    fs::copy_file(backup, part, fs::copy_options::overwrite_existing, reason);
    if (reason)
        return notWritable(part, reason);
    if (fs::exists(library, reason))
        if (auto kept = setAside(library, time); !kept)
            return kept.error();
    for (const std::string_view suffix : {"-wal", "-shm", "-codes"})
        fs::remove(beside(library, suffix), reason);
    fs::rename(part, library, reason);
    return reason ? Result<void>(notWritable(library, reason)) : Result<void>();
}

Result<void> moveLibrary(const fs::path& library, const fs::path& target) {
    std::error_code reason;
    if (fs::exists(target, reason))
        return notWritable(target, std::make_error_code(std::errc::file_exists));
    {
        const auto lock = WriterLock::acquire(library);
        if (!lock)
            return lock.error();
        if (auto settled = settle(library); !settled)
            return settled.error();
        fs::create_directories(target.parent_path(), reason);
        if (auto moved = moveFile(library, target); !moved)
            return moved.error();
        for (const std::string_view suffix : companions)
            if (fs::exists(beside(library, suffix), reason))
                if (auto moved = moveFile(beside(library, suffix), beside(target, suffix)); !moved)
                    log(LogLevel::Warning, moved.error().text); // caches: made anew
        for (const std::string_view suffix : {"-wal", "-shm"})
            fs::remove(beside(library, suffix), reason);
    }
    fs::remove(beside(library, ".lock"), reason);
    return {};
}

} // namespace likeness
