// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/place_painter.h"

#include "ui/shared/photo_geometry.h"
#include "ui/shared/theme.h"

#include <algorithm>
#include <array>

namespace likeness::ui {

namespace {

constexpr qreal lineWidth = 2;
constexpr qreal haloWidth = 4.5;
const QColor halo(0, 0, 0, 150);

// After Okabe and Ito, who chose them for people who see fewer colours; lightened for a dark halo.
const std::array spotColors{QColor(0xffb32e), QColor(0x3ddbb0), QColor(0xf08cc8),
                            QColor(0xf0e442), QColor(0xff7f50), QColor(0x7cc8f5)};

void paintShape(QPainter& painter, const QRectF& place, PlaceShape shape) {
    const qreal radius = shape == PlaceShape::Spot ? std::min(8.0, place.height() / 3) : 1.5;
    painter.drawRoundedRect(place, radius, radius);
}

bool isNumbered(std::span<const MatchedPlace> matches) {
    return std::any_of(matches.begin(), matches.end(), [](const MatchedPlace& match) {
        return match.granularity == Granularity::Part && match.box > 0;
    });
}

} // namespace

QColor regionColor() {
    return darkColors().accent;
}

QColor spotColor(std::size_t number) {
    return spotColors[number % spotColors.size()];
}

void paintPlace(QPainter& painter, const QRectF& place, PlaceShape shape, const QColor& color) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, haloWidth));
    paintShape(painter, place, shape);
    painter.setPen(QPen(color, lineWidth));
    paintShape(painter, place, shape);
}

void paintPlaceNumber(QPainter& painter, const QRectF& place, std::size_t number) {
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const QRectF badge(place.topLeft() - QPointF(3, 3), QSizeF(16, 16));
    painter.setPen(QPen(halo, 1.5));
    painter.setBrush(spotColor(number));
    painter.drawEllipse(badge);
    painter.setPen(QColor(0x101418));
    painter.drawText(badge, Qt::AlignCenter, QString::number(number + 1));
}

void paintMatches(QPainter& painter, std::span<const MatchedPlace> matches, const QRectF& photo,
                  const QRectF& visible) {
    if (photo.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool numbered = isNumbered(matches);
    for (const MatchedPlace& match : matches) {
        const QRectF place = toView(match.place, photo).intersected(visible.adjusted(3, 3, -3, -3));
        if (place.width() < 2 || place.height() < 2)
            continue;
        if (match.granularity != Granularity::Part) {
            paintPlace(painter, place, PlaceShape::Region, regionColor());
            continue;
        }
        paintPlace(painter, place, PlaceShape::Spot, spotColor(match.box));
        if (numbered)
            paintPlaceNumber(painter, place, match.box);
    }
    painter.restore();
}

} // namespace likeness::ui
