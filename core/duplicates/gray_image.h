// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <vector>

namespace likeness {

/// Luma (BT.601) of a photo, one byte per pixel, rows from top to bottom.
struct GrayImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool empty() const { return pixels.empty(); }
};

GrayImage toGray(const Image& image);

/// Squashed or enlarged to width x height; by area where both sides shrink.
GrayImage resized(const GrayImage& image, int width, int height);

} // namespace likeness
