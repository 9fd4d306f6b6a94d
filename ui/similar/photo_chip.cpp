// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/photo_chip.h"

#include "ui/shared/image_conversion.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace likeness::ui {

PhotoChip::PhotoChip(PhotoId photo, Sign sign, QWidget* parent)
    : QAbstractButton(parent), photo_(photo), sign_(sign) {
    setObjectName(sign == Sign::Like ? QStringLiteral("likeChip") : QStringLiteral("unlikeChip"));
    setFixedSize(side, side);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void PhotoChip::showFile(PreviewLoader& previews, const std::filesystem::path& file) {
    const QSize pixels = size() * devicePixelRatioF();
    previews.load(this, file, 2 * pixels.width(), [this, pixels](const Preview& preview) {
        pixmap_ = QPixmap::fromImage(filled(preview.image, pixels));
        update();
    });
}

void PhotoChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    painter.fillPath(shape, Theme::colors().hover);
    painter.setClipPath(shape);
    if (!pixmap_.isNull())
        painter.drawPixmap(rect(), pixmap_);
    if (sign_ == Sign::Unlike)
        painter.fillPath(shape, QColor(0, 0, 0, 90));
    painter.setClipping(false);
    paintSign(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::colors().accent, 2));
        painter.drawPath(shape);
    }
}

/// A plus or a minus; a cross while the pointer or the keyboard is here.
void PhotoChip::paintSign(QPainter& painter) const {
    const QRectF badge(width() - 19.0, height() - 19.0, 16, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(18, 22, 27, 215));
    painter.drawEllipse(badge);
    painter.setPen(QPen(Qt::white, 1.75, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = badge.center();
    const bool removes = underMouse() || hasFocus();
    if (removes) {
        painter.drawLine(middle - QPointF(3, 3), middle + QPointF(3, 3));
        painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
        return;
    }
    painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0));
    if (sign_ == Sign::Like)
        painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4));
}

void PhotoChip::enterEvent(QEnterEvent*) {
    update();
}

void PhotoChip::leaveEvent(QEvent*) {
    update();
}

} // namespace likeness::ui
