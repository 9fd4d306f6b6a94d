// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"

#include "core/base/atomic_file.h"
#include "core/base/file_descriptor.h"
#include "core/base/hex_text.h"
#include "core/base/path_text.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <unistd.h>

namespace likeness {
namespace {

/// SHA-256 over bytes that arrive in pieces.
class Sha256 {
public:
    Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
    }
    void add(const void* data, std::size_t size) { EVP_DigestUpdate(context_.get(), data, size); }
    std::string hex() {
        std::array<unsigned char, 32> digest{};
        EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
        return hexText(std::as_bytes(std::span(digest)));
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

Error readError(const std::filesystem::path& file, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    return makeError(ErrorCode::FileNotReadable, {pathText(file), std::strerror(reason)});
}

/// Calls `use(pointer, size)` for each piece of the file.
template <typename Use>
Result<void> readPieces(const std::filesystem::path& file, Use use) {
    FileDescriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!input.valid())
        return readError(file, errno);
    std::vector<std::byte> piece(1U << 20U);
    for (;;) {
        const ssize_t count = ::read(input.get(), piece.data(), piece.size());
        if (count < 0)
            return readError(file, errno);
        if (count == 0)
            return {};
        use(piece.data(), static_cast<std::size_t>(count));
    }
}

} // namespace

Result<Bytes> readFile(const std::filesystem::path& file) {
    Bytes bytes;
    auto read = readPieces(file, [&bytes](const std::byte* data, std::size_t size) {
        bytes.insert(bytes.end(), data, data + size);
    });
    if (!read)
        return read.error();
    return bytes;
}

Result<void> writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    auto output = AtomicFile::create(file);
    if (!output)
        return output.error();
    if (auto written = output->write(bytes); !written)
        return written;
    return output->commit();
}

std::string sha256Hex(std::span<const std::byte> bytes) {
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hash.hex();
}

Result<std::string> sha256HexOfFile(const std::filesystem::path& file) {
    Sha256 hash;
    auto read = readPieces(file, [&hash](const std::byte* data, std::size_t size) { hash.add(data, size); });
    if (!read)
        return read.error();
    return hash.hex();
}

} // namespace likeness
