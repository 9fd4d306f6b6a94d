// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/photo_formats.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace likeness {
namespace {

constexpr std::array<std::string_view, 13> photoSuffixes{"jpg",  "jpeg", "jpe",  "jfif", "png", "webp", "tif",
                                                         "tiff", "heic", "heif", "avif", "gif", "bmp"};

constexpr std::array<std::string_view, 21> rawSuffixes{"3fr", "arw", "cr2", "cr3", "crw", "dng", "erf",
                                                       "iiq", "kdc", "mef", "mos", "mrw", "nef", "nrw",
                                                       "orf", "pef", "raf", "rw2", "rwl", "sr2", "srw"};

/// Without the dot and in lower case; ASCII only, whatever the locale.
std::string suffixOf(const std::filesystem::path& file) {
    std::string suffix = file.extension().native();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
    return suffix.empty() ? suffix : suffix.substr(1);
}

} // namespace

FileKind fileKindBySuffix(const std::filesystem::path& file) {
    const std::string suffix = suffixOf(file);
    const auto isSuffix = [&](std::string_view known) { return known == suffix; };
    if (std::any_of(photoSuffixes.begin(), photoSuffixes.end(), isSuffix))
        return FileKind::Photo;
    if (std::any_of(rawSuffixes.begin(), rawSuffixes.end(), isSuffix))
        return FileKind::RawPhoto;
    return FileKind::Other;
}

} // namespace likeness
