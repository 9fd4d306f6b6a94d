// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "core/base/path_text.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace likeness {
namespace {

Error writeError(const std::filesystem::path& file, int reason) {
    if (reason == ENOSPC || reason == EDQUOT)
        return makeError(ErrorCode::DiskFull, {pathText(file)});
    return makeError(ErrorCode::FileNotWritable, {pathText(file), std::strerror(reason)});
}

} // namespace

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& file) {
    std::filesystem::path neighbour = file;
    neighbour += ".part";
    FileDescriptor output(::open(neighbour.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!output.valid())
        return writeError(file, errno);
    return AtomicFile(file, std::move(neighbour), std::move(output));
}

AtomicFile::AtomicFile(std::filesystem::path file, std::filesystem::path neighbour, FileDescriptor output)
    : file_(std::move(file)), neighbour_(std::move(neighbour)), output_(std::move(output)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : file_(std::move(other.file_)),
      neighbour_(std::exchange(other.neighbour_, {})),
      output_(std::move(other.output_)) {}

AtomicFile::~AtomicFile() {
    std::error_code ignoredAsTheFirstErrorCounts;
    if (!neighbour_.empty())
        std::filesystem::remove(neighbour_, ignoredAsTheFirstErrorCounts);
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(output_.get(), bytes.data(), bytes.size());
        if (count < 0)
            return writeError(file_, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> AtomicFile::commit() {
    if (::fsync(output_.get()) != 0 || std::rename(neighbour_.c_str(), file_.c_str()) != 0)
        return writeError(file_, errno);
    neighbour_.clear();
    return {};
}

} // namespace likeness
