// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include "core/base/path_text.h"
#include "core/image/colour.h"
#include "core/image/deadline.h"
#include "core/image/photo_formats.h"
#include "core/image/photo_source.h"
#include "core/image/raw_preview.h"
#include "core/image/scaling.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sstream>
#include <string_view>

namespace likeness {
namespace {

std::string numberText(double number) {
    std::ostringstream text;
    text << number;
    return text.str();
}

std::string formatName(ImageFormat format, const VipsImage* image) {
    switch (format) {
    case ImageFormat::Jpeg:
        return "JPEG";
    case ImageFormat::Png:
        return "PNG";
    case ImageFormat::WebP:
        return "WebP";
    case ImageFormat::Tiff:
        return "TIFF";
    case ImageFormat::Heif: {
        const char* compression = "";
        vips_image_get_string(image, "heif-compression", &compression);
        return std::string_view(compression) == "av1" ? "AVIF" : "HEIC";
    }
    case ImageFormat::Gif:
        return "GIF";
    case ImageFormat::Bmp:
        return "BMP";
    case ImageFormat::Unknown:
        break;
    }
    return {};
}

Result<Image> pixelsOf(VipsImage* upright) {
    std::size_t size = 0;
    const std::unique_ptr<void, decltype(&g_free)> memory(vips_image_write_to_memory(upright, &size),
                                                          &g_free);
    if (!memory)
        return makeError(ErrorCode::DecodeFailed);
    const auto* begin = static_cast<const std::uint8_t*>(memory.get());
    return Image{upright->Xsize, upright->Ysize, {begin, begin + size}};
}

/// Whether under a quarter of the rows at the bottom are all alike, as rows that are lost come out.
bool isMostlyThere(const VipsImage* image) {
    const std::size_t rowSize = VIPS_IMAGE_SIZEOF_LINE(image);
    const auto rows = static_cast<std::size_t>(image->Ysize);
    const VipsPel* last = VIPS_IMAGE_ADDR(image, 0, image->Ysize - 1);
    std::size_t alike = 1;
    while (alike < rows && std::memcmp(last - alike * rowSize, last, rowSize) == 0)
        ++alike;
    return alike * 4 < rows;
}

/// libvips has no codes for its errors. The file may be whole; the loader can't or won't read its kind.
bool tellsOfAbsentSupport(const std::string& reason) {
    return reason.find("not supported") != std::string::npos ||
           reason.find("Security limit exceeded") != std::string::npos;
}

/// One photo on its way from bytes to upright pixels.
class Decoding {
public:
    Decoding(const std::filesystem::path& file, const DecodeLimits& limits, const Scaling& scaling)
        : file_(file), limits_(limits), scaling_(scaling), deadline_(limits.timeout) {}

    Result<DecodedPhoto> run() {
        Result<PhotoSource> source = PhotoSource::open(file_, limits_.maxBytes);
        if (!source)
            return source.error();
        const bool maybeRaw =
            source->format() == ImageFormat::Unknown || source->format() == ImageFormat::Tiff;
        if (maybeRaw && fileKindBySuffix(file_) == FileKind::RawPhoto)
            return decodeRaw();
        if (source->format() == ImageFormat::Unknown)
            return makeError(ErrorCode::UnsupportedFormat, {pathText(file_)});
        return decode(*source);
    }

private:
    Result<DecodedPhoto> decodeRaw() {
        Result<RawPreview> preview = largestRawPreview(file_);
        if (!preview)
            return preview.error();
        orientation_ = preview->orientation;
        Result<DecodedPhoto> photo = decode(PhotoSource(std::move(preview->encoded)));
        if (photo)
            photo->format = "RAW";
        return photo;
    }

    Result<DecodedPhoto> decode(const PhotoSource& source) {
        VipsImagePtr image = source.load(1, VIPS_FAIL_ON_TRUNCATED);
        if (!image)
            return failure();
        DecodedPhoto photo;
        photo.format = formatName(source.format(), image.get());
        photo.fullWidth = image->Xsize;
        photo.fullHeight = image->Ysize;
        if (exceedsPixels(photo))
            return tooManyPixels(photo);
        if (orientation_ == 1)
            orientation_ = vips_image_get_orientation(image.get());
        if (orientation_ >= 5)
            std::swap(photo.fullWidth, photo.fullHeight);
        return finish(std::move(photo), smallOf(source, std::move(image)));
    }

    Result<DecodedPhoto> finish(DecodedPhoto photo, VipsImagePtr small) {
        const VipsImagePtr upright = small ? turned(toSrgb(std::move(small))) : nullptr;
        if (!upright || deadline_.passed())
            return failure();
        Result<Image> pixels = pixelsOf(upright.get());
        if (!pixels)
            return failure();
        forgetVipsErrors();
        photo.image = std::move(*pixels);
        return photo;
    }

    /// What a photo that was cut off still has is taken where little is lost.
    VipsImagePtr smallOf(const PhotoSource& source, VipsImagePtr image) const {
        const int shrink = scaling_.shrinkOnLoad(source.format(), image->Xsize, image->Ysize);
        if (shrink > 1)
            image = source.load(shrink, VIPS_FAIL_ON_TRUNCATED);
        VipsImagePtr small = inMemory(std::move(image));
        if (small || deadline_.passed())
            return small;
        small = inMemory(source.load(shrink, VIPS_FAIL_ON_NONE));
        return small && isMostlyThere(small.get()) ? std::move(small) : nullptr;
    }

    /// All decoding happens here, in one pass from top to bottom, and leaves a small image in memory.
    VipsImagePtr inMemory(VipsImagePtr image) const {
        if (!image)
            return nullptr;
        deadline_.guard(image.get());
        VipsImagePtr flat = flattenedOnWhite(std::move(image));
        const VipsImagePtr small = flat ? scaling_.scaled(std::move(flat)) : nullptr;
        return small ? rendered(small.get()) : nullptr;
    }

    /// Strip by strip, so that a large photo is never in memory as a whole (libvips keeps about a thousand
    /// rows).
    VipsImagePtr rendered(VipsImage* image) const {
        constexpr int stripHeight = 16;
        VipsImagePtr memory(vips_image_new_memory());
        const VipsPtr<VipsRegion> region(vips_region_new(image));
        if (vips_image_pipelinev(memory.get(), VIPS_DEMAND_STYLE_ANY, image, nullptr) != 0)
            return nullptr;
        vips_image_set_progress(memory.get(), FALSE); // it outlives the image that Deadline::guard listens to
        for (int top = 0; top < image->Ysize; top += stripHeight) {
            const VipsRect strip{0, top, image->Xsize, std::min(stripHeight, image->Ysize - top)};
            if (deadline_.passed() || vips_region_prepare(region.get(), &strip) != 0)
                return nullptr;
            for (int y = top; y < top + strip.height; ++y)
                if (vips_image_write_line(memory.get(), y, VIPS_REGION_ADDR(region.get(), 0, y)) != 0)
                    return nullptr;
        }
        return memory;
    }

    VipsImagePtr turned(VipsImagePtr image) const {
        if (!image)
            return nullptr;
        VipsImagePtr marked =
            vipsResult([&](VipsImage** out) { return vips_copy(image.get(), out, nullptr); });
        if (!marked)
            return nullptr;
        vips_image_set_int(marked.get(), VIPS_META_ORIENTATION, orientation_);
        return vipsResult([&](VipsImage** out) { return vips_autorot(marked.get(), out, nullptr); });
    }

    bool exceedsPixels(const DecodedPhoto& photo) const {
        return static_cast<std::uint64_t>(photo.fullWidth) * static_cast<std::uint64_t>(photo.fullHeight) >
               limits_.maxPixels;
    }

    Error tooManyPixels(const DecodedPhoto& photo) const {
        return makeError(ErrorCode::TooManyPixels,
                         {pathText(file_), std::to_string(photo.fullWidth), std::to_string(photo.fullHeight),
                          numberText(static_cast<double>(limits_.maxPixels) / 1e6)});
    }

    Error failure() const {
        const std::string reason = takeVipsError();
        if (deadline_.passed())
            return makeError(
                ErrorCode::DecodeTimeout,
                {pathText(file_), numberText(static_cast<double>(limits_.timeout.count()) / 1e3)});
        return makeError(tellsOfAbsentSupport(reason) ? ErrorCode::UnsupportedVariant
                                                      : ErrorCode::DecodeFailed,
                         {pathText(file_), reason});
    }

    const std::filesystem::path& file_;
    const DecodeLimits& limits_;
    const Scaling& scaling_;
    const Deadline deadline_;
    int orientation_ = 1; // EXIF, 1 to 8; what a raw file says goes before what its preview says
};

Result<DecodedPhoto> decode(const std::filesystem::path& file, const DecodeLimits& limits,
                            const Scaling& scaling) {
    if (!startVips())
        return makeError(ErrorCode::DecodeFailed, {pathText(file), takeVipsError()});
    try {
        return Decoding(file, limits, scaling).run();
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::DecodeFailed, {pathText(file), "not enough memory"});
    }
}

} // namespace

Decoder::Decoder(DecodeLimits limits) : limits_(limits) {}

Result<DecodedPhoto> Decoder::decodeForNetwork(const std::filesystem::path& file, int inputSide) const {
    return decode(file, limits_, NetworkScaling(std::max(1, inputSide)));
}

Result<DecodedPhoto> Decoder::decodeToFit(const std::filesystem::path& file, int maxSide) const {
    return decode(file, limits_, FitScaling(std::max(1, maxSide)));
}

} // namespace likeness
