// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace likeness {

/// A file that is written beside its place and put there in one step, so that a reader or a crash sees the
/// old bytes or the new ones. Without commit() nothing stays. Errors name the file: FileNotWritable,
/// DiskFull.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::filesystem::path& file);

    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    Result<void> write(std::span<const std::byte> bytes);
    /// Flushes to the disk and takes the place.
    Result<void> commit();

private:
    AtomicFile(std::filesystem::path file, std::filesystem::path neighbour, FileDescriptor output);

    std::filesystem::path file_;
    std::filesystem::path neighbour_; // empty once it is in its place
    FileDescriptor output_;
};

} // namespace likeness
