// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/outline.h"

#include <array>
#include <cmath>

namespace likeness {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour dark{20, 20, 20};
constexpr Colour orange{255, 150, 30};

void paint(Image& image, int x, int y, const Colour& colour) {
    if (x < 0 || y < 0 || x >= image.width || y >= image.height)
        return;
    const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x));
    std::copy(colour.begin(), colour.end(), image.rgb.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

void drawOutline(Image& image, const Rectangle& place) {
    const int left = static_cast<int>(std::lround(place.x * (image.width - 1)));
    const int top = static_cast<int>(std::lround(place.y * (image.height - 1)));
    const int right = static_cast<int>(std::lround(place.right() * (image.width - 1)));
    const int bottom = static_cast<int>(std::lround(place.bottom() * (image.height - 1)));
    constexpr int thickness = 4;
    for (int ring = 0; ring < thickness; ++ring) {
        const Colour& colour = ring == 0 || ring == thickness - 1 ? dark : orange;
        for (int x = left + ring; x <= right - ring; ++x) {
            paint(image, x, top + ring, colour);
            paint(image, x, bottom - ring, colour);
        }
        for (int y = top + ring; y <= bottom - ring; ++y) {
            paint(image, left + ring, y, colour);
            paint(image, right - ring, y, colour);
        }
    }
}

} // namespace likeness
