// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/orientation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace likeness {
namespace {

/// An image of that size whose pixel (x, y) is the source's pixel from(x, y).
template <typename From>
Image remapped(const Image& source, int width, int height, From from) {
    Image result{width, height, {}};
    result.rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto [fromX, fromY] = from(x, y);
            const auto pixel = (static_cast<std::size_t>(fromY) * static_cast<std::size_t>(source.width) +
                                static_cast<std::size_t>(fromX)) *
                               3;
            const auto triple = std::span(source.rgb).subspan(pixel, 3);
            result.rgb.insert(result.rgb.end(), triple.begin(), triple.end());
        }
    return result;
}

/// Edges that lie on edges of pixels are computed with rounding.
constexpr double roundingOfAPixel = 1e-6;

struct Pixel {
    int x;
    int y;
};

Image quarterTurned(const Image& image) {
    return remapped(image, image.height, image.width, [&](int x, int y) {
        return Pixel{y, image.height - 1 - x};
    });
}

} // namespace

Image oriented(const Image& image, Orientation orientation) {
    Image result = image;
    if (orientation.mirror == Orientation::Mirror::Yes)
        result = remapped(result, result.width, result.height, [&](int x, int y) {
            return Pixel{image.width - 1 - x, y};
        });
    for (int turn = 0; turn < orientation.quarterTurns; ++turn)
        result = quarterTurned(result);
    return result;
}

Rectangle oriented(const Rectangle& place, Orientation orientation) {
    Rectangle result = place;
    if (orientation.mirror == Orientation::Mirror::Yes)
        result.x = 1 - result.right();
    for (int turn = 0; turn < orientation.quarterTurns; ++turn)
        result = {1 - result.bottom(), result.x, result.height, result.width};
    return result;
}

Image cropped(const Image& image, const Rectangle& rectangle) {
    const auto first = [](double share, int pixels) {
        return std::clamp(static_cast<int>(std::floor(share * pixels + roundingOfAPixel)), 0, pixels - 1);
    };
    const auto end = [](double share, int pixels, int from) {
        return std::clamp(static_cast<int>(std::ceil(share * pixels - roundingOfAPixel)), from + 1, pixels);
    };
    const int left = first(rectangle.x, image.width);
    const int top = first(rectangle.y, image.height);
    const int width = end(rectangle.right(), image.width, left) - left;
    const int height = end(rectangle.bottom(), image.height, top) - top;
    return remapped(image, width, height, [&](int x, int y) { return Pixel{left + x, top + y}; });
}

} // namespace likeness
