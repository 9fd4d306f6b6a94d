// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace likeness {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// A part of a photo, in fractions 0 to 1 of the upright photo; the origin is its top left corner.
struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    /// A fraction of the photo's area.
    double area() const { return width * height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point point) const {
        return point.x >= x && point.x <= right() && point.y >= y && point.y <= bottom();
    }
    bool operator==(const Rectangle&) const = default;
};

inline constexpr Rectangle wholePhoto{0, 0, 1, 1};

/// What of a rectangle lies within the photo; of width or height 0 where nothing does.
inline Rectangle withinPhoto(const Rectangle& rectangle) {
    const double left = std::clamp(rectangle.x, 0.0, 1.0);
    const double top = std::clamp(rectangle.y, 0.0, 1.0);
    return {left, top, std::clamp(rectangle.right(), 0.0, 1.0) - left,
            std::clamp(rectangle.bottom(), 0.0, 1.0) - top};
}

/// Area of the intersection over area of the union, 0 to 1.
inline double intersectionOverUnion(const Rectangle& a, const Rectangle& b) {
    const double width = std::max(0.0, std::min(a.right(), b.right()) - std::max(a.x, b.x));
    const double height = std::max(0.0, std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y));
    const double together = a.area() + b.area() - width * height;
    return together > 0 ? width * height / together : 0;
}

} // namespace likeness
