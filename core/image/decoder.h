// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace likeness {

/// What a file may cost at most. A file over a limit is refused before its pixels are decoded.
struct DecodeLimits {
    std::uint64_t maxPixels = 500'000'000;
    std::uint64_t maxBytes = std::uint64_t{1} << 30U;
    std::chrono::milliseconds timeout{60'000};
};

struct DecodedPhoto {
    Image image;       // may be squeezed along one axis, see Decoder::decodeForNetwork
    int fullWidth = 0; // size of the upright photo in the file, pixels
    int fullHeight = 0;
    std::string format; // "JPEG", "PNG", "WebP", "TIFF", "HEIC", "AVIF", "GIF", "BMP", "RAW"
};

/// Decodes any photo file to upright sRGB pixels: EXIF orientation applied, embedded ICC profile converted,
/// 16 bit, CMYK, grey and transparency (over white) reduced to 8-bit RGB. The format is told by content, from
/// an explicit allow-list of libvips loaders; RAW files give their largest preview (Exiv2).
///
/// Stateless but for its limits: any number of threads may use one Decoder. libvips runs on one thread in
/// each caller, because the callers already fill all cores.
///
/// Errors: FileNotFound, FileNotReadable, FileEmpty, FileTooLarge, UnsupportedFormat, UnsupportedVariant,
/// DecodeFailed, TooManyPixels, DecodeTimeout, NoRawPreview; the first argument is always the file.
class Decoder {
public:
    explicit Decoder(DecodeLimits limits = {});

    /// Decodes to the smallest size that still serves a network input of inputSide x inputSide and a 256 px
    /// thumbnail. Shrinks on load where the format can (JPEG: the largest of 1/2, 1/4, 1/8 that leaves each
    /// side
    /// >= .95 x inputSide), then each axis by itself by a whole factor that leaves it >= inputSide. A side is
    /// therefore never over about 2 x inputSide, and a long panorama comes out squeezed; fullWidth and
    /// fullHeight tell the true aspect.
    Result<DecodedPhoto> decodeForNetwork(const std::filesystem::path& file, int inputSide) const;

    /// Decodes for showing: aspect kept, the longer side at most maxSide and never enlarged.
    Result<DecodedPhoto> decodeToFit(const std::filesystem::path& file, int maxSide) const;

private:
    DecodeLimits limits_;
};

} // namespace likeness
