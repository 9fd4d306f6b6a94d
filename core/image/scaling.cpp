// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/scaling.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

/// The largest factor the format's loader knows under which `length` keeps `least`.
int loaderFactor(ImageFormat format, int length, double least) {
    if (format == ImageFormat::WebP)
        return std::max(1, static_cast<int>(length / least));
    if (format == ImageFormat::Jpeg)
        for (const int factor : {8, 4, 2})
            if (const int shrunk = length / factor; shrunk >= least)
                return factor;
    return 1;
}

} // namespace

int NetworkScaling::shrinkOnLoad(ImageFormat format, int width, int height) const {
    constexpr double tolerance = .95;
    return loaderFactor(format, std::min(width, height),
                        format == ImageFormat::Jpeg ? tolerance * side_ : side_);
}

VipsImagePtr NetworkScaling::scaled(VipsImagePtr image) const {
    const int across = std::max(1, image->Xsize / side_);
    const int down = std::max(1, image->Ysize / side_);
    if (across == 1 && down == 1)
        return image;
    return vipsResult([&](VipsImage** out) { return vips_shrink(image.get(), out, across, down, nullptr); });
}

int FitScaling::shrinkOnLoad(ImageFormat format, int width, int height) const {
    return loaderFactor(format, std::max(width, height), side_);
}

VipsImagePtr FitScaling::scaled(VipsImagePtr image) const {
    const double scale = side_ / static_cast<double>(std::max(image->Xsize, image->Ysize));
    if (scale >= 1)
        return image;
    const auto scaleTo = [&](int length) { return std::max(1., std::round(length * scale)) / length; };
    return vipsResult([&](VipsImage** out) {
        return vips_resize(image.get(), out, scaleTo(image->Xsize), "vscale", scaleTo(image->Ysize), nullptr);
    });
}

} // namespace likeness
