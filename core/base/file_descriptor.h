// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>
#include <utility>

namespace likeness {

/// Owns a POSIX file descriptor and closes it.
class FileDescriptor {
public:
    explicit FileDescriptor(int handle) : handle_(handle) {}
    ~FileDescriptor() {
        if (handle_ >= 0)
            ::close(handle_);
    }
    FileDescriptor(FileDescriptor&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    int get() const { return handle_; }
    bool valid() const { return handle_ >= 0; }

private:
    int handle_;
};

} // namespace likeness
