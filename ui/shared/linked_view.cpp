// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/linked_view.h"

#include <algorithm>

namespace likeness::ui {
namespace {

QSizeF sizeIn(QSizeF pane, QSizeF photo, double zoom) {
    return photo.scaled(pane, Qt::KeepAspectRatio) * zoom;
}

/// Where the photo begins along one side: in the middle where it fits, else never with a gap at an edge.
double startOf(double pane, double photo, double centre) {
    if (photo <= pane)
        return (pane - photo) / 2;
    return std::clamp(pane / 2 - centre * photo, pane - photo, 0.0);
}

/// The centre that a place stands for.
QPointF centreOf(const QRectF& place, QSizeF pane) {
    return {std::clamp((pane.width() / 2 - place.x()) / place.width(), 0.0, 1.0),
            std::clamp((pane.height() / 2 - place.y()) / place.height(), 0.0, 1.0)};
}

} // namespace

QRectF placeIn(QSizeF pane, QSizeF photo, const LinkedView& view) {
    const QSizeF size = sizeIn(pane, photo, view.zoom);
    return {{startOf(pane.width(), size.width(), view.centre.x()),
             startOf(pane.height(), size.height(), view.centre.y())},
            size};
}

LinkedView zoomedAt(QPointF at, double factor, QSizeF pane, QSizeF photo, const LinkedView& view) {
    const QRectF before = placeIn(pane, photo, view);
    if (before.isEmpty())
        return view;
    LinkedView after = view;
    after.zoom = std::clamp(view.zoom * factor, 1.0, LinkedView::mostZoom);
    const QSizeF size = sizeIn(pane, photo, after.zoom);
    const QPointF under((at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height());
    const QRectF place(at - QPointF(under.x() * size.width(), under.y() * size.height()), size);
    after.centre = centreOf(place, pane);
    return after;
}

LinkedView movedBy(QPointF pixels, QSizeF pane, QSizeF photo, const LinkedView& view) {
    const QRectF place = placeIn(pane, photo, view);
    if (place.isEmpty())
        return view;
    return {centreOf(place.translated(pixels), pane), view.zoom};
}

double actualSize(QSizeF pane, QSizeF photo) {
    const QSizeF fit = sizeIn(pane, photo, 1);
    return fit.isEmpty() ? 1 : std::clamp(photo.width() / fit.width(), 1.0, LinkedView::mostZoom);
}

} // namespace likeness::ui
