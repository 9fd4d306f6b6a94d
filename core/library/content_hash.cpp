// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/content_hash.h"

#include "core/base/path_text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <xxhash.h>

namespace likeness {
namespace {

constexpr std::size_t pieceLength = std::size_t{256} << 10U;

Error readError(const std::filesystem::path& file, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    return makeError(ErrorCode::FileNotReadable, {pathText(file), std::strerror(reason)});
}

struct CloseFile {
    int handle;
    explicit CloseFile(int opened) : handle(opened) {}
    ~CloseFile() { ::close(handle); }
    CloseFile(const CloseFile&) = delete;
    CloseFile& operator=(const CloseFile&) = delete;
    CloseFile(CloseFile&&) = delete;
    CloseFile& operator=(CloseFile&&) = delete;
};

ContentHash digestOf(const XXH3_state_t& state) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&state));
    ContentHash hash{};
    std::memcpy(hash.data(), canonical.digest, hash.size());
    return hash;
}

} // namespace

Result<ContentHash> contentHash(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return readError(file, errno);
    const CloseFile closeFile(handle);
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<std::byte> piece(pieceLength);
    for (;;) {
        const ssize_t count = ::read(handle, piece.data(), piece.size());
        if (count < 0)
            return readError(file, errno);
        if (count == 0)
            return digestOf(*state);
        XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(count));
    }
}

Result<FileStamp> stampOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return readError(file, errno);
    return FileStamp{status.st_size, status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec};
}

bool isGone(const std::filesystem::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

} // namespace likeness
