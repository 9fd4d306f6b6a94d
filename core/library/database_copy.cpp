// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database_copy.h"

#include <SQLiteCpp/Backup.h>

#include <string>
#include <system_error>
#include <unistd.h>

namespace likeness {
namespace {

void copyTo(const std::filesystem::path& part, SQLite::Database& source) {
    SQLite::Database copy(part.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, source).executeStep();
}

} // namespace

void copyDatabase(SQLite::Database& source, const std::filesystem::path& target) {
    std::filesystem::path part = target;
    part += "." + std::to_string(::getpid()) + ".part";
    std::error_code reason;
    try {
        copyTo(part, source);
    } catch (const SQLite::Exception&) {
        std::filesystem::remove(part, reason);
        throw;
    }
    std::filesystem::rename(part, target, reason);
    if (reason) {
        const std::string why = reason.message();
        std::filesystem::remove(part, reason);
        throw SQLite::Exception("the copy can't be renamed: " + why);
    }
}

} // namespace likeness
