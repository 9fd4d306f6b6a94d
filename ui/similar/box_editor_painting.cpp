// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/box_editor.h"

#include "ui/shared/photo_geometry.h"
#include "ui/shared/place_painter.h"

#include <QPainterPath>

#include <algorithm>

namespace likeness::ui {

namespace {

constexpr qreal handleSide = 9;
constexpr qreal clickSide = 30; // of the ring where a click is not yet searched by

QRectF around(QPointF middle, qreal side) {
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

} // namespace

QRectF BoxEditor::viewPlace(std::size_t box) const {
    const Rectangle& place = boxes_[box];
    if (place.width > 0 || place.height > 0)
        return toView(place, photoPlace());
    const bool isKnown = searched_.size() == boxes_.size() && searched_[box].contains({place.x, place.y});
    if (isKnown && searched_[box].area() > 0 && !drag_)
        return toView(searched_[box], photoPlace());
    return around(toView(Point{place.x, place.y}, photoPlace()), clickSide);
}

void BoxEditor::paintEvent(QPaintEvent*) {
    if (photoPlace().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (kind_ == Kind::Region && !boxes_.empty())
        paintRegion(painter);
    if (kind_ == Kind::Spots)
        paintSpots(painter);
}

void BoxEditor::paintRegion(QPainter& painter) const {
    const QRectF box = viewPlace(0);
    QPainterPath outside;
    outside.addRect(photoPlace());
    outside.addRect(box);
    painter.fillPath(outside, QColor(0, 0, 0, 95)); // odd-even: the box itself stays clear
    const QColor accent = regionColor();
    const QRectF visible = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    paintPlace(painter, box.intersected(visible), PlaceShape::Region, accent);
    const QRectF reachable =
        visible.adjusted(handleSide / 2, handleSide / 2, -handleSide / 2, -handleSide / 2);
    for (const Grip grip : handleGrips) {
        const QPointF point = handlePoint(box, grip);
        const QPointF middle(std::clamp(point.x(), reachable.left(), reachable.right()),
                             std::clamp(point.y(), reachable.top(), reachable.bottom()));
        painter.setPen(QPen(hasFocus() ? QColor(Qt::white) : accent, 1.5));
        painter.setBrush(hasFocus() ? accent : QColor(Qt::white));
        painter.drawEllipse(around(middle, handleSide));
    }
}

void BoxEditor::paintSpots(QPainter& painter) const {
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const QRectF place = viewPlace(i);
        paintPlace(painter, place, PlaceShape::Spot, spotColor(i));
        if (chosen_ == i) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(Qt::white, 1.5, Qt::DashLine));
            painter.drawRoundedRect(place.adjusted(-4, -4, 4, 4), 10, 10);
        }
        paintPlaceNumber(painter, place, i);
    }
}

} // namespace likeness::ui
