// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/metadata_table.h"

#include "core/base/path_text.h"
#include "core/image/exiv2_library.h"

#include <string_view>

namespace likeness {
namespace {

/// Maker notes hold blobs that say nothing to people.
constexpr std::size_t longestValue = 200;

std::string shortened(std::string text) {
    if (text.size() <= longestValue)
        return printableText(text);
    return printableText(std::string_view(text).substr(0, longestValue)) + "…";
}

template <typename Data, typename Print>
void append(const Data& data, std::vector<MetadataEntry>& entries, Print print) {
    for (const auto& tag : data)
        entries.push_back({printableText(tag.key()), shortened(print(tag))});
}

} // namespace

Result<std::vector<MetadataEntry>> metadataTable(const std::filesystem::path& file) {
    if (auto readable = checkReadable(file); !readable)
        return readable.error();
    std::vector<MetadataEntry> entries;
    const std::unique_ptr<Exiv2::Image> image = openWithExiv2(file);
    if (!image)
        return entries;
    try {
        append(image->exifData(), entries, [&](const auto& tag) { return tag.print(&image->exifData()); });
        append(image->iptcData(), entries, [](const auto& tag) { return tag.toString(); });
        append(image->xmpData(), entries, [](const auto& tag) { return tag.toString(); });
    } catch (const std::exception&) {
        return entries; // as far as the damaged block could be read
    }
    return entries;
}

} // namespace likeness
