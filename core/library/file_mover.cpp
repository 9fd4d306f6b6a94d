// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/file_mover.h"

#include "core/base/path_text.h"
#include "core/library/content_hash.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <system_error>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// `file` is what could not be read or written.
Error failure(const fs::path& file, int number) {
    if (number == ENOENT || number == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    if (number == ENOSPC || number == EDQUOT)
        return makeError(ErrorCode::DiskFull, {pathText(file)});
    return makeError(ErrorCode::FileNotWritable, {pathText(file), std::strerror(number)});
}

/// 0, or the errno.
int renamed(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL)
        return errno;
    // Some drives of the network can't promise not to replace.
    std::error_code reason;
    if (fs::exists(fs::symlink_status(to, reason)))
        return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

Result<void> copied(const fs::path& from, const fs::path& part) {
    std::error_code reason;
    fs::copy_file(from, part, reason);
    if (reason)
        return failure(part, reason.value());
    const auto time = fs::last_write_time(from, reason);
    fs::last_write_time(part, time, reason); // where the drive can keep it
    const auto before = contentHash(from);
    if (!before)
        return before.error();
    const auto after = contentHash(part);
    if (!after)
        return after.error();
    if (*before != *after)
        return makeError(ErrorCode::FileNotWritable, {pathText(part), "the copy differs"});
    return {};
}

Result<void> moveToOtherDrive(const fs::path& from, const fs::path& to) {
    fs::path part = to;
    part += ".part";
    std::error_code ignored;
    if (auto done = copied(from, part); !done) {
        fs::remove(part, ignored);
        return done;
    }
    if (const int number = renamed(part, to); number != 0) {
        fs::remove(part, ignored);
        return failure(to, number);
    }
    std::error_code reason;
    fs::remove(from, reason);
    if (!reason)
        return {};
    fs::remove(to, ignored); // the file stays where it can't be taken away
    return failure(from, reason.value());
}

} // namespace

Result<void> moveFile(const fs::path& from, const fs::path& to) {
    const int number = renamed(from, to);
    if (number == 0)
        return {};
    if (number == EXDEV)
        return moveToOtherDrive(from, to);
    return failure(number == EEXIST ? to : from, number);
}

fs::path freeName(const fs::path& folder, const fs::path& name) {
    fs::path free = folder / name.filename();
    std::error_code reason;
    for (int number = 2; fs::exists(fs::symlink_status(free, reason)); ++number) {
        free = folder / name.stem();
        free += " (" + std::to_string(number) + ")";
        free += name.extension();
    }
    return free;
}

} // namespace likeness
