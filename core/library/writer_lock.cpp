// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/writer_lock.h"

#include "core/base/path_text.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace likeness {
namespace {

/// The process id that the holder wrote, "?" where it is not there yet.
std::string holderOf(int handle) {
    std::array<char, 32> text{};
    const ssize_t count = ::pread(handle, text.data(), text.size(), 0);
    std::string id(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    id.resize(std::min(id.find('\n'), id.size()));
    return id.empty() ? "?" : id;
}

Result<void> writeOwnId(int handle, const std::filesystem::path& libraryFile) {
    const std::string id = std::to_string(::getpid()) + "\n";
    const bool written = ::ftruncate(handle, 0) == 0 &&
                         ::pwrite(handle, id.data(), id.size(), 0) == static_cast<ssize_t>(id.size());
    if (written)
        return {};
    if (errno == ENOSPC || errno == EDQUOT)
        return makeError(ErrorCode::DiskFull, {pathText(libraryFile)});
    return makeError(ErrorCode::LibraryFailed, {pathText(libraryFile), std::strerror(errno)});
}

} // namespace

Result<WriterLock> WriterLock::acquire(const std::filesystem::path& libraryFile) {
    std::error_code shownByTheOpenBelow;
    std::filesystem::create_directories(libraryFile.parent_path(), shownByTheOpenBelow);
    std::filesystem::path lockFile = libraryFile;
    lockFile += ".lock";
    WriterLock lock(::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.handle_ < 0)
        return makeError(ErrorCode::LibraryReadOnly, {pathText(libraryFile)});
    if (::flock(lock.handle_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return makeError(ErrorCode::LibraryInUse, {pathText(libraryFile), holderOf(lock.handle_)});
        return makeError(ErrorCode::LibraryFailed, {pathText(libraryFile), std::strerror(errno)});
    }
    if (auto written = writeOwnId(lock.handle_, libraryFile); !written)
        return written.error();
    return lock;
}

WriterLock::~WriterLock() {
    if (handle_ >= 0)
        ::close(handle_);
}

WriterLock::WriterLock(WriterLock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

} // namespace likeness
