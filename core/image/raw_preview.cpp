// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/raw_preview.h"

#include "core/base/path_text.h"
#include "core/image/exiv2_library.h"
#include "core/image/image_format.h"

#include <algorithm>

namespace likeness {
namespace {

int orientationOf(const Exiv2::ExifData& exif) {
    const auto found = Exiv2::orientation(exif);
    const long value = found == exif.end() || found->count() == 0 ? 1 : found->toLong();
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

Bytes bytesOf(const Exiv2::PreviewImage& preview) {
    const auto* begin = reinterpret_cast<const std::byte*>(preview.pData());
    return {begin, begin + preview.size()};
}

bool isReadable(const Bytes& encoded) {
    const auto head = std::span(encoded).first(std::min(encoded.size(), formatHeadSize));
    return formatByContent(head) != ImageFormat::Unknown;
}

/// Exiv2 lists previews from the smallest to the largest.
Bytes largestReadable(const Exiv2::Image& raw) {
    const Exiv2::PreviewManager manager(raw);
    const Exiv2::PreviewPropertiesList previews = manager.getPreviewProperties();
    for (auto preview = previews.rbegin(); preview != previews.rend(); ++preview)
        if (Bytes encoded = bytesOf(manager.getPreviewImage(*preview)); isReadable(encoded))
            return encoded;
    return {};
}

} // namespace

Result<RawPreview> largestRawPreview(const std::filesystem::path& file) {
    const std::unique_ptr<Exiv2::Image> raw = openWithExiv2(file);
    if (!raw)
        return makeError(ErrorCode::UnsupportedFormat, {pathText(file)});
    try {
        RawPreview preview{largestReadable(*raw), orientationOf(raw->exifData())};
        if (preview.encoded.empty())
            return makeError(ErrorCode::NoRawPreview, {pathText(file)});
        return preview;
    } catch (const std::exception& failure) {
        return makeError(ErrorCode::DecodeFailed, {pathText(file), printableText(failure.what())});
    }
}

} // namespace likeness
