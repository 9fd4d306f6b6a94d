// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/colour_labels.h"

#include "ui/shared/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace likeness::ui {

QString colourLabelText(ColourLabel label) {
    const auto text = [](const char* english) { return QCoreApplication::translate("ColourLabel", english); };
    switch (label) {
    case ColourLabel::Red:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Red"));
    case ColourLabel::Orange:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Orange"));
    case ColourLabel::Yellow:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Yellow"));
    case ColourLabel::Green:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Green"));
    case ColourLabel::Blue:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Blue"));
    case ColourLabel::Violet:
        return text(QT_TRANSLATE_NOOP("ColourLabel", "Violet"));
    case ColourLabel::None:
        break;
    }
    return text(QT_TRANSLATE_NOOP("ColourLabel", "No label"));
}

QColor colourOf(ColourLabel label) {
    switch (label) {
    case ColourLabel::Red:
        return {220, 50, 47};
    case ColourLabel::Orange:
        return {234, 124, 30};
    case ColourLabel::Yellow:
        return {224, 182, 0};
    case ColourLabel::Green:
        return {62, 152, 62};
    case ColourLabel::Blue:
        return {48, 116, 212};
    case ColourLabel::Violet:
        return {146, 84, 200};
    case ColourLabel::None:
        break;
    }
    return {};
}

QIcon colourLabelIcon(ColourLabel label) {
    constexpr int side = 16;
    constexpr qreal sharpness = 2;
    QPixmap pixmap(QSize(side, side) * sharpness);
    pixmap.setDevicePixelRatio(sharpness);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colourOf(label);
    painter.setPen(colour.isValid() ? QPen(Qt::NoPen) : QPen(Theme::colors().muted, 1.5));
    painter.setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(3, 3, side - 6, side - 6));
    return pixmap;
}

QString starsText(int rating) {
    return QString(rating, QChar(0x2605));
}

} // namespace likeness::ui
