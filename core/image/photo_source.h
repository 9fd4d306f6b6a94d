// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_descriptor.h"
#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/image/image_format.h"
#include "core/image/vips_library.h"

#include <cstdint>
#include <filesystem>
#include <variant>

namespace likeness {

/// The bytes of one encoded photo, on disk or in memory. The file is opened once and never by name again, so
/// that a file that is replaced or deleted meanwhile does no harm.
class PhotoSource {
public:
    /// FileNotFound, FileNotReadable, FileEmpty, FileTooLarge.
    static Result<PhotoSource> open(const std::filesystem::path& file, std::uint64_t maxBytes);

    explicit PhotoSource(Bytes bytes);

    ImageFormat format() const { return format_; }

    /// The first frame or page: the header is read now, the pixels when they are asked for, once and from top
    /// to bottom. JPEG and WebP are made smaller by `shrink` (JPEG: 1, 2, 4 or 8) as they are decoded.
    /// A file that was cut off fails with VIPS_FAIL_ON_TRUNCATED; with VIPS_FAIL_ON_NONE the rows that are
    /// lost come out in one colour.
    VipsImagePtr load(int shrink, VipsFailOn failOn) const;

private:
    explicit PhotoSource(FileDescriptor file);
    VipsPtr<VipsSource> stream() const;
    Result<void> readAll(const std::filesystem::path& file, std::size_t size);

    std::variant<FileDescriptor, Bytes> content_;
    ImageFormat format_ = ImageFormat::Unknown;
};

} // namespace likeness
