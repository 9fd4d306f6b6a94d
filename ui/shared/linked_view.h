// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace likeness::ui {

/// What is seen of each of several photos, whatever their sizes.
struct LinkedView {
    static constexpr double mostZoom = 40;

    QPointF centre{.5, .5}; // fractions of the upright photo
    double zoom = 1;        // 1: the whole photo fits
    bool operator==(const LinkedView&) const = default;
};

/// Where all of a photo lies in a pane. Along a side that fits, the photo stands in the middle.
QRectF placeIn(QSizeF pane, QSizeF photo, const LinkedView& view);

/// Zoomed so that what is under `at` stays there.
LinkedView zoomedAt(QPointF at, double factor, QSizeF pane, QSizeF photo, const LinkedView& view);

/// Moved by pixels of the pane.
LinkedView movedBy(QPointF pixels, QSizeF pane, QSizeF photo, const LinkedView& view);

/// The zoom at which a pixel of the photo is one of the pane.
double actualSize(QSizeF pane, QSizeF photo);

} // namespace likeness::ui
