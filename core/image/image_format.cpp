// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/image_format.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace likeness {
namespace {

using namespace std::string_view_literals;

bool isHeif(std::string_view head) {
    static constexpr std::array brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv,
                                       "mif1"sv, "mif2"sv, "msf1"sv, "avif"sv, "avis"sv};
    if (head.size() < 16 || head.substr(4, 4) != "ftyp"sv)
        return false;
    const auto boxSize = static_cast<unsigned char>(head[3]) + 256U * static_cast<unsigned char>(head[2]);
    const std::size_t end = std::min<std::size_t>(boxSize, head.size());
    for (std::size_t at = 8; at + 4 <= end; at += 4)
        if (std::find(brands.begin(), brands.end(), head.substr(at, 4)) != brands.end())
            return true;
    return false;
}

/// 'BM' alone begins many a text; the size of the header that follows takes one of few values.
bool isBmp(std::string_view head) {
    static constexpr std::array headerSizes{"\x0C"sv, "\x28"sv, "\x34"sv, "\x38"sv,
                                            "\x40"sv, "\x6C"sv, "\x7C"sv};
    return head.size() > 18 && head.starts_with("BM"sv) && head.substr(15, 3) == "\0\0\0"sv &&
           std::find(headerSizes.begin(), headerSizes.end(), head.substr(14, 1)) != headerSizes.end();
}

} // namespace

ImageFormat formatByContent(std::span<const std::byte> head) {
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    if (text.starts_with("\xFF\xD8\xFF"sv))
        return ImageFormat::Jpeg;
    if (text.starts_with("\x89PNG\r\n\x1A\n"sv))
        return ImageFormat::Png;
    if (text.starts_with("RIFF"sv) && text.size() >= 12 && text.substr(8, 4) == "WEBP"sv)
        return ImageFormat::WebP;
    if (text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv) || text.starts_with("II+\0"sv) ||
        text.starts_with("MM\0+"sv))
        return ImageFormat::Tiff;
    if (text.starts_with("GIF87a"sv) || text.starts_with("GIF89a"sv))
        return ImageFormat::Gif;
    if (isHeif(text))
        return ImageFormat::Heif;
    return isBmp(text) ? ImageFormat::Bmp : ImageFormat::Unknown;
}

} // namespace likeness
