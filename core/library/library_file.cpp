// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_file.h"

#include "core/base/path_text.h"
#include "core/library/schema.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>
#include <sys/vfs.h>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::string_view magic = "SQLite format 3\0"sv;
constexpr std::size_t headerLength = 100;
using Header = std::array<unsigned char, headerLength>;

std::uint32_t bigEndian(const Header& header, std::size_t offset, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | header[offset + i];
    return value;
}

/// Offsets are those of https://www.sqlite.org/fileformat.html, section 1.3.
struct HeaderFields {
    std::uint64_t pageSize;
    std::uint64_t pages;
    bool pagesAreValid;
    bool wellFormed;
    int applicationId;
    int schemaVersion;
};

HeaderFields fieldsOf(const Header& header) {
    HeaderFields fields{};
    fields.pageSize = bigEndian(header, 16, 2);
    if (fields.pageSize == 1)
        fields.pageSize = 65536;
    const bool powerOfTwo = fields.pageSize >= 512 && (fields.pageSize & (fields.pageSize - 1)) == 0;
    const bool fractions = header[21] == 64 && header[22] == 32 && header[23] == 32;
    fields.wellFormed = powerOfTwo && fractions;
    fields.pages = bigEndian(header, 28, 4);
    fields.pagesAreValid = bigEndian(header, 24, 4) == bigEndian(header, 92, 4);
    fields.schemaVersion = static_cast<int>(bigEndian(header, 60, 4));
    fields.applicationId = static_cast<int>(bigEndian(header, 68, 4));
    return fields;
}

/// A journal holds changes that the file itself doesn't show yet.
bool hasJournal(const fs::path& file) {
    return std::ranges::any_of(std::array{"-wal", "-journal"}, [&file](const char* suffix) {
        fs::path journal = file;
        journal += suffix;
        std::error_code reason;
        const auto size = fs::file_size(journal, reason);
        return !reason && size > 0;
    });
}

Error damaged(const fs::path& file, std::string what) {
    return makeError(ErrorCode::LibraryDamaged, {pathText(file), std::move(what)});
}

Result<LibraryFileKind> inspectHeader(const fs::path& file, const Header& header, std::uint64_t bytes) {
    const HeaderFields fields = fieldsOf(header);
    if (fields.applicationId != libraryApplicationId)
        return makeError(ErrorCode::LibraryForeign, {pathText(file)});
    if (!fields.wellFormed)
        return damaged(file, "its header makes no sense");
    if (hasJournal(file))
        return LibraryFileKind::Library;
    const int newest = migrations().back().version;
    if (fields.schemaVersion > newest)
        return makeError(ErrorCode::LibraryNewer,
                         {pathText(file), std::to_string(fields.schemaVersion), std::to_string(newest)});
    if (fields.pagesAreValid && bytes < fields.pages * fields.pageSize)
        return damaged(file, "its end is missing");
    return LibraryFileKind::Library;
}

} // namespace

Result<LibraryFileKind> inspectLibraryFile(const fs::path& file) {
    std::error_code reason;
    const fs::file_status status = fs::status(file, reason);
    if (status.type() == fs::file_type::not_found)
        return LibraryFileKind::Absent;
    if (status.type() == fs::file_type::none)
        return makeError(ErrorCode::LibraryFailed, {pathText(file), reason.message()});
    if (status.type() != fs::file_type::regular)
        return makeError(ErrorCode::LibraryForeign, {pathText(file)});

    std::ifstream input(file, std::ios::binary);
    if (!input)
        return makeError(ErrorCode::LibraryFailed, {pathText(file), std::strerror(errno)});
    Header header{};
    input.read(reinterpret_cast<char*>(header.data()), headerLength);
    const auto count = static_cast<std::size_t>(input.gcount());
    if (count == 0)
        return LibraryFileKind::Empty;
    const std::size_t compared = std::min(count, magic.size());
    if (std::memcmp(header.data(), magic.data(), compared) != 0)
        return makeError(ErrorCode::LibraryForeign, {pathText(file)});
    if (count < headerLength)
        return damaged(file, "its header is cut off");
    return inspectHeader(file, header, fs::file_size(file, reason));
}

bool isNetworkFileSystem(unsigned long magicNumber) {
    // From linux/magic.h and the sources of the drivers that are not listed there.
    constexpr std::array<std::uint32_t, 10> network{
        0x6969,     // NFS
        0x517B,     // SMB
        0xFE534D42, // SMB 2
        0xFF534D42, // CIFS
        0x65735546, // FUSE: sshfs, rclone and the like
        0x564C,     // NCP
        0x01021997, // 9P
        0x00C36400, // Ceph
        0x5346414F, // AFS
        0x0BD00BD0, // Lustre
    };
    return std::ranges::find(network, static_cast<std::uint32_t>(magicNumber)) != network.end();
}

bool isOnNetworkDrive(const fs::path& file) {
    struct statfs status {};
    if (::statfs(file.c_str(), &status) != 0)
        return false;
    return isNetworkFileSystem(static_cast<unsigned long>(status.f_type));
}

} // namespace likeness
