// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/photo_source.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace likeness {
namespace {

Error systemError(const std::filesystem::path& file, int number) {
    if (number == ENOENT || number == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    return makeError(ErrorCode::FileNotReadable, {pathText(file), std::strerror(number)});
}

Result<std::uint64_t> sizeWithin(const FileDescriptor& file, const std::filesystem::path& name,
                                 std::uint64_t maxBytes) {
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return systemError(name, errno);
    if (!S_ISREG(status.st_mode))
        return systemError(name, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size == 0)
        return makeError(ErrorCode::FileEmpty, {pathText(name)});
    if (size > maxBytes)
        return makeError(ErrorCode::FileTooLarge,
                         {pathText(name), std::to_string(size), std::to_string(maxBytes)});
    return size;
}

/// These loaders map a file into memory, where a file that is cut off meanwhile would kill the process.
bool isReadAsAWhole(ImageFormat format) {
    return format == ImageFormat::WebP || format == ImageFormat::Gif || format == ImageFormat::Bmp;
}

} // namespace

PhotoSource::PhotoSource(Bytes bytes) : content_(std::move(bytes)) {
    const auto& all = *std::get_if<Bytes>(&content_);
    format_ = formatByContent(std::span(all).first(std::min(all.size(), formatHeadSize)));
}

PhotoSource::PhotoSource(FileDescriptor file) : content_(std::move(file)) {}

Result<PhotoSource> PhotoSource::open(const std::filesystem::path& file, std::uint64_t maxBytes) {
    // O_NONBLOCK: opening a pipe that somebody named photo.jpg must not wait for its writer.
    FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.valid())
        return systemError(file, errno);
    const Result<std::uint64_t> size = sizeWithin(descriptor, file, maxBytes);
    if (!size)
        return size.error();
    std::array<std::byte, formatHeadSize> head{};
    const ssize_t count = ::pread(descriptor.get(), head.data(), head.size(), 0);
    if (count < 0)
        return systemError(file, errno);
    PhotoSource source(std::move(descriptor));
    source.format_ = formatByContent(std::span(head).first(static_cast<std::size_t>(count)));
    if (isReadAsAWhole(source.format_))
        if (const Result<void> read = source.readAll(file, static_cast<std::size_t>(*size)); !read)
            return read.error();
    return source;
}

Result<void> PhotoSource::readAll(const std::filesystem::path& file, std::size_t size) {
    const int descriptor = std::get_if<FileDescriptor>(&content_)->get();
    Bytes bytes(size);
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t count =
            ::pread(descriptor, bytes.data() + filled, size - filled, static_cast<off_t>(filled));
        if (count < 0)
            return systemError(file, errno);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    content_.emplace<Bytes>(std::move(bytes));
    return {};
}

VipsPtr<VipsSource> PhotoSource::stream() const {
    if (const auto* bytes = std::get_if<Bytes>(&content_))
        return VipsPtr<VipsSource>(vips_source_new_from_memory(bytes->data(), bytes->size()));
    return VipsPtr<VipsSource>(
        vips_source_new_from_descriptor(std::get_if<FileDescriptor>(&content_)->get()));
}

VipsImagePtr PhotoSource::load(int shrink, VipsFailOn failOn) const {
    const VipsPtr<VipsSource> source = stream();
    if (!source)
        return nullptr;
    constexpr VipsAccess access = VIPS_ACCESS_SEQUENTIAL;
    return vipsResult([&](VipsImage** out) {
        switch (format_) {
        case ImageFormat::Jpeg:
            return vips_jpegload_source(source.get(), out, "access", access, "fail_on", failOn, "shrink",
                                        shrink, nullptr);
        case ImageFormat::WebP:
            return vips_webpload_source(source.get(), out, "access", access, "fail_on", failOn, "scale",
                                        1.0 / shrink, nullptr);
        case ImageFormat::Png:
            return vips_pngload_source(source.get(), out, "access", access, "fail_on", failOn, nullptr);
        case ImageFormat::Tiff:
            return vips_tiffload_source(source.get(), out, "access", access, "fail_on", failOn, nullptr);
        case ImageFormat::Heif:
            return vips_heifload_source(source.get(), out, "access", access, "fail_on", failOn, nullptr);
        case ImageFormat::Gif:
            return vips_gifload_source(source.get(), out, "access", access, "fail_on", failOn, nullptr);
        case ImageFormat::Bmp: {
            const auto& bytes = *std::get_if<Bytes>(&content_);
            return vips_magickload_buffer(const_cast<std::byte*>(bytes.data()), bytes.size(), out, "access",
                                          access, nullptr);
        }
        case ImageFormat::Unknown:
            break;
        }
        return -1;
    });
}

} // namespace likeness
