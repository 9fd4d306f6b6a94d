// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_geometry.h"

#include <algorithm>

namespace likeness::ui {

QRectF filledPlace(QSizeF photo, const QRectF& tile) {
    const QSizeF size = photo.scaled(tile.size(), Qt::KeepAspectRatioByExpanding);
    // Faces and horizons sit above the middle more often than below it.
    return {tile.left() - (size.width() - tile.width()) / 2,
            tile.top() - (size.height() - tile.height()) * 2 / 5, size.width(), size.height()};
}

QRectF toView(const Rectangle& place, const QRectF& photo) {
    return {toView(Point{place.x, place.y}, photo),
            QSizeF(place.width * photo.width(), place.height * photo.height())};
}

QPointF toView(Point point, const QRectF& photo) {
    return {photo.left() + point.x * photo.width(), photo.top() + point.y * photo.height()};
}

Point toPhoto(QPointF point, const QRectF& photo) {
    return {std::clamp((point.x() - photo.left()) / photo.width(), 0.0, 1.0),
            std::clamp((point.y() - photo.top()) / photo.height(), 0.0, 1.0)};
}

Rectangle toPhoto(const QRectF& place, const QRectF& photo) {
    const Point first = toPhoto(place.topLeft(), photo);
    const Point last = toPhoto(place.bottomRight(), photo);
    return {first.x, first.y, last.x - first.x, last.y - first.y};
}

Rectangle turned(const Rectangle& place, int quarterTurns) {
    Rectangle now = place;
    for (int turn = 0; turn < quarterTurns; ++turn)
        now = {1 - now.y - now.height, now.x, now.height, now.width};
    return now;
}

} // namespace likeness::ui
