// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"

#include <QPointF>
#include <QRectF>

#include <array>

namespace likeness::ui {

/// What of a box the pointer holds.
enum class Grip { None, Inside, Left, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft };

inline constexpr std::array handleGrips{Grip::Left,  Grip::TopLeft,     Grip::Top,    Grip::TopRight,
                                        Grip::Right, Grip::BottomRight, Grip::Bottom, Grip::BottomLeft};

/// A side of a box is never shorter than this share of the photo's.
inline constexpr double smallestBoxSide = .04;

/// Which handle of a box in view coordinates the pointer touches, its inside, or nothing.
Grip gripAt(const QRectF& box, QPointF pointer);
/// The middle of a handle.
QPointF handlePoint(const QRectF& box, Grip handle);
Qt::CursorShape cursorOf(Grip grip);

/// The box after it was held at `grip` and moved by `by`, within the photo. All in fractions of the photo.
Rectangle dragged(const Rectangle& box, Grip grip, Point by);
/// The box between two corners, of at least the smallest side, within the photo.
Rectangle spanned(Point from, Point to);

} // namespace likeness::ui
