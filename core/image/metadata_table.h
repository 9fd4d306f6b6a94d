// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace likeness {

/// One tag of a file, in words.
struct MetadataEntry {
    std::string key;   // as Exiv2 names it: "Exif.Photo.FNumber"
    std::string value; // printable UTF-8, cut where it is long
};

/// All EXIF, IPTC and XMP tags that the file has, in this order. A file without any, or with a damaged block,
/// gives none. FileNotFound, FileNotReadable.
Result<std::vector<MetadataEntry>> metadataTable(const std::filesystem::path& file);

} // namespace likeness
