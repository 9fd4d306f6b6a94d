// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/box_drag.h"

#include <algorithm>
#include <cmath>

namespace likeness::ui {

namespace {

constexpr qreal reach = 9; // pixels from a handle's middle

struct Sides {
    int horizontal = 0; // -1: the left one is held, 1: the right one
    int vertical = 0;   // -1: the top one, 1: the bottom one
};

Sides sidesOf(Grip grip) {
    switch (grip) {
    case Grip::Left:
        return {-1, 0};
    case Grip::TopLeft:
        return {-1, -1};
    case Grip::Top:
        return {0, -1};
    case Grip::TopRight:
        return {1, -1};
    case Grip::Right:
        return {1, 0};
    case Grip::BottomRight:
        return {1, 1};
    case Grip::Bottom:
        return {0, 1};
    case Grip::BottomLeft:
        return {-1, 1};
    case Grip::None:
    case Grip::Inside:
        break;
    }
    return {};
}

struct Span {
    double from = 0;
    double to = 0;
};

Span dragged(Span span, int held, double by) {
    if (held < 0)
        span.from = std::clamp(span.from + by, 0.0, std::max(0.0, span.to - smallestBoxSide));
    if (held > 0)
        span.to = std::clamp(span.to + by, std::min(1.0, span.from + smallestBoxSide), 1.0);
    return span;
}

Span spanned(double a, double b) {
    const double length = std::max(smallestBoxSide, std::abs(b - a));
    const double from = b < a ? a - length : a;
    const double inside = std::clamp(from, 0.0, 1.0 - length);
    return {inside, inside + length};
}

} // namespace

QPointF handlePoint(const QRectF& box, Grip handle) {
    const auto [horizontal, vertical] = sidesOf(handle);
    return {box.center().x() + horizontal * box.width() / 2, box.center().y() + vertical * box.height() / 2};
}

Grip gripAt(const QRectF& box, QPointF pointer) {
    Grip nearest = Grip::None;
    qreal least = reach;
    for (const Grip handle : handleGrips) {
        const QPointF off = pointer - handlePoint(box, handle);
        const qreal distance = std::max(std::abs(off.x()), std::abs(off.y()));
        if (distance <= least) {
            nearest = handle;
            least = distance;
        }
    }
    if (nearest != Grip::None)
        return nearest;
    return box.contains(pointer) ? Grip::Inside : Grip::None;
}

Qt::CursorShape cursorOf(Grip grip) {
    switch (grip) {
    case Grip::Left:
    case Grip::Right:
        return Qt::SizeHorCursor;
    case Grip::Top:
    case Grip::Bottom:
        return Qt::SizeVerCursor;
    case Grip::TopLeft:
    case Grip::BottomRight:
        return Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Grip::Inside:
        return Qt::SizeAllCursor;
    case Grip::None:
        break;
    }
    return Qt::CrossCursor;
}

Rectangle dragged(const Rectangle& box, Grip grip, Point by) {
    if (grip == Grip::Inside)
        return {std::clamp(box.x + by.x, 0.0, 1.0 - box.width),
                std::clamp(box.y + by.y, 0.0, 1.0 - box.height), box.width, box.height};
    const auto [horizontal, vertical] = sidesOf(grip);
    const Span across = dragged(Span{box.x, box.right()}, horizontal, by.x);
    const Span down = dragged(Span{box.y, box.bottom()}, vertical, by.y);
    return {across.from, down.from, across.to - across.from, down.to - down.from};
}

Rectangle spanned(Point from, Point to) {
    const Span across = spanned(from.x, to.x);
    const Span down = spanned(from.y, to.y);
    return {across.from, down.from, across.to - across.from, down.to - down.from};
}

} // namespace likeness::ui
