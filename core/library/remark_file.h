// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace likeness {

/// One thing that is said of a photo; by content, so that it fits the photo wherever it lies.
struct Remark {
    enum class Kind { Tag, Rating, Label } kind = Kind::Tag;
    ContentHash content{};
    std::string value;          // a tag's name, stars, a label's name
    std::filesystem::path file; // for people
    bool operator==(const Remark&) const = default;
};

/// All tags, ratings and colour labels of photos that were indexed. LibraryFailed, LibraryDamaged.
Result<std::vector<Remark>> remarks(const Database& database);

/// A table (RFC 4180) with the header content, kind, value, file; contents are 32 hexadecimal digits.
std::string remarksAsCsv(std::span<const Remark> remarks);
/// The same as a JSON array of objects.
std::string remarksAsJson(std::span<const Remark> remarks);

/// Reads what one of the above wrote, as the suffix says; the files in it don't count. Errors of reading a
/// file; InvalidArgument, which names the file and its line or entry.
Result<std::vector<Remark>> readRemarks(const std::filesystem::path& file);

/// How many remarks were taken over, and how many are about contents that the library doesn't have.
struct RemarkTally {
    std::int64_t taken = 0;
    std::int64_t unknown = 0;
};

/// Adds tags, and puts ratings and labels in the place of former ones. LibraryFailed, DiskFull,
/// LibraryReadOnly.
Result<RemarkTally> takeRemarks(const Database& database, std::span<const Remark> remarks);

} // namespace likeness
