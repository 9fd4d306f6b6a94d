// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace likeness {

/// Makes this process the only writer of a library, as long as the object lives. The lock is an flock() on
/// "<library>.lock", which the system drops when the process ends in whatever way; the file holds the process
/// id for the message that a second writer gets.
class WriterLock {
public:
    /// LibraryInUse names the process id of the holder. LibraryReadOnly where the lock file can't be made.
    static Result<WriterLock> acquire(const std::filesystem::path& libraryFile);

    ~WriterLock();
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    explicit WriterLock(int handle) : handle_(handle) {}
    int handle_ = -1;
};

} // namespace likeness
