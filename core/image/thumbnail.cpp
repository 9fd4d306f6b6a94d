// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/thumbnail.h"

#include "core/image/photo_source.h"
#include "core/image/vips_library.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace likeness {
namespace {

constexpr int jpegQuality = 82;

struct Size {
    int width = 0;
    int height = 0;
};

/// The true aspect within thumbnailSide; larger than the decoded pixels on no axis.
Size thumbnailSize(const DecodedPhoto& photo) {
    const double width = photo.fullWidth;
    const double height = photo.fullHeight;
    const double scale = std::min({1., thumbnailSide / std::max(width, height), photo.image.width / width,
                                   photo.image.height / height});
    const auto length = [&](double full) { return std::max(1, static_cast<int>(std::lround(full * scale))); };
    return {length(width), length(height)};
}

VipsImagePtr scaledTo(Size size, const Image& image) {
    const VipsImagePtr whole(vips_image_new_from_memory(image.rgb.data(), image.rgb.size(), image.width,
                                                        image.height, 3, VIPS_FORMAT_UCHAR));
    if (!whole)
        return nullptr;
    whole->Type = VIPS_INTERPRETATION_sRGB;
    return vipsResult([&](VipsImage** out) {
        return vips_resize(whole.get(), out, size.width / static_cast<double>(image.width), "vscale",
                           size.height / static_cast<double>(image.height), nullptr);
    });
}

Error failure() {
    return makeError(ErrorCode::DecodeFailed, {"thumbnail", takeVipsError()});
}

} // namespace

Result<Bytes> encodeThumbnail(const DecodedPhoto& photo) {
    if (!startVips() || photo.image.empty() || photo.fullWidth < 1 || photo.fullHeight < 1)
        return failure();
    const VipsImagePtr small = scaledTo(thumbnailSize(photo), photo.image);
    void* data = nullptr;
    std::size_t size = 0;
    if (!small || vips_jpegsave_buffer(small.get(), &data, &size, "Q", jpegQuality, "strip", TRUE,
                                       "optimize_coding", TRUE, nullptr) != 0)
        return failure();
    const std::unique_ptr<void, decltype(&g_free)> owner(data, &g_free);
    const auto* begin = static_cast<const std::byte*>(data);
    return Bytes(begin, begin + size);
}

Result<Image> decodeThumbnail(const Bytes& jpeg) {
    if (!startVips())
        return failure();
    const PhotoSource source(jpeg);
    const VipsImagePtr decoded = source.load(1, VIPS_FAIL_ON_TRUNCATED);
    if (!decoded || decoded->Bands != 3 || decoded->BandFmt != VIPS_FORMAT_UCHAR)
        return failure();
    // Without libvips' threads, which would take longer to start than to decode.
    const VipsPtr<VipsRegion> region(vips_region_new(decoded.get()));
    const VipsRect whole{0, 0, decoded->Xsize, decoded->Ysize};
    if (vips_region_prepare(region.get(), &whole) != 0)
        return failure();
    Image image{decoded->Xsize, decoded->Ysize, {}};
    const std::size_t line = VIPS_IMAGE_SIZEOF_LINE(decoded.get());
    image.rgb.reserve(line * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        const VipsPel* const row = VIPS_REGION_ADDR(region.get(), 0, y);
        image.rgb.insert(image.rgb.end(), row, row + line);
    }
    return image;
}

} // namespace likeness
