// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace likeness {

/// A file in memory: the system reads what is looked at, and drops it where memory is short. The file may be
/// renamed or deleted meanwhile, but must not be made shorter.
class MappedFile {
public:
    /// FileNotFound, FileNotReadable.
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& file);

    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    MappedFile(MappedFile&&) = delete;
    MappedFile& operator=(MappedFile&&) = delete;

    std::span<const std::byte> bytes() const { return bytes_; }

private:
    explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

} // namespace likeness
