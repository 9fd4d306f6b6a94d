// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace likeness::ui {

/// Where all of a photo lies, in view coordinates, when it fills `tile`: what the tile cuts off sticks out.
QRectF filledPlace(QSizeF photo, const QRectF& tile);

/// Between fractions of the upright photo and the view, where the photo lies at `photo`, which is not empty.
QRectF toView(const Rectangle& place, const QRectF& photo);
QPointF toView(Point point, const QRectF& photo);
/// Points beside the photo become the nearest ones on it.
Point toPhoto(QPointF point, const QRectF& photo);
Rectangle toPhoto(const QRectF& place, const QRectF& photo);

/// A place of a photo that was turned clockwise by quarters, as fractions of the turned photo.
Rectangle turned(const Rectangle& place, int quarterTurns);

} // namespace likeness::ui
