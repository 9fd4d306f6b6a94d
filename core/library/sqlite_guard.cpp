// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/sqlite_guard.h"

#include "core/base/path_text.h"

#include <cerrno>
#include <sqlite3.h>

namespace likeness {
namespace {

bool meansNoRoom(int extendedCode, int systemError) {
    if ((extendedCode & 0xff) == SQLITE_FULL)
        return true;
    const bool failedWrite = extendedCode == SQLITE_IOERR_WRITE || extendedCode == SQLITE_IOERR_SHMSIZE;
    return failedWrite && (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG);
}

} // namespace

Error libraryError(const std::filesystem::path& file, const SQLite::Exception& exception, int systemError) {
    if (meansNoRoom(exception.getExtendedErrorCode(), systemError))
        return makeError(ErrorCode::DiskFull, {pathText(file)});
    switch (exception.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return makeError(ErrorCode::LibraryDamaged, {pathText(file), printableText(exception.what())});
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return makeError(ErrorCode::LibraryReadOnly, {pathText(file)});
    default:
        return makeError(ErrorCode::LibraryFailed,
                         {pathText(file), printableText(exception.what()) + " (SQLite " +
                                              std::to_string(exception.getExtendedErrorCode()) + ")"});
    }
}

} // namespace likeness
