// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mapped_file.h"

#include "core/base/path_text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace likeness {
namespace {

Error failure(const std::filesystem::path& file, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    return makeError(ErrorCode::FileNotReadable, {pathText(file), std::strerror(reason)});
}

} // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return failure(file, errno);
    struct stat status {};
    const bool known = ::fstat(handle, &status) == 0;
    const auto length = known ? static_cast<std::size_t>(status.st_size) : std::size_t{0};
    void* const memory = length > 0 ? ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, handle, 0) : MAP_FAILED;
    const int reason = known && length == 0 ? 0 : errno;
    ::close(handle); // the mapping stays
    if (memory != MAP_FAILED)
        return std::shared_ptr<const MappedFile>(
            new MappedFile({static_cast<const std::byte*>(memory), length}));
    if (reason != 0)
        return failure(file, reason);
    return std::shared_ptr<const MappedFile>(new MappedFile({})); // an empty file can't be mapped
}

MappedFile::~MappedFile() {
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

} // namespace likeness
