// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_format.h"
#include "core/image/vips_library.h"

namespace likeness {

/// How a photo is brought to the size that is asked for: first by the loader, where it can, which saves most
/// of the decoding; then by averaging.
class Scaling {
public:
    virtual ~Scaling() = default;

    /// Factor for PhotoSource::load, for a photo of width x height.
    virtual int shrinkOnLoad(ImageFormat format, int width, int height) const = 0;

    /// The rest, from top to bottom in one pass.
    virtual VipsImagePtr scaled(VipsImagePtr image) const = 0;
};

/// Each axis by itself by whole factors, to at least side x side. See Decoder::decodeForNetwork.
class NetworkScaling : public Scaling {
public:
    explicit NetworkScaling(int side) : side_(side) {}
    int shrinkOnLoad(ImageFormat format, int width, int height) const override;
    VipsImagePtr scaled(VipsImagePtr image) const override;

private:
    int side_;
};

/// Both axes alike, the longer one to at most `side`. See Decoder::decodeToFit.
class FitScaling : public Scaling {
public:
    explicit FitScaling(int side) : side_(side) {}
    int shrinkOnLoad(ImageFormat format, int width, int height) const override;
    VipsImagePtr scaled(VipsImagePtr image) const override;

private:
    int side_;
};

} // namespace likeness
