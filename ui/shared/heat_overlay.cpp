// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/heat_overlay.h"

#include "ui/shared/heat_map.h"

#include <QPainter>

namespace likeness::ui {

HeatOverlay::HeatOverlay(PhotoView& view) : PhotoOverlay(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void HeatOverlay::setShares(const ShareMap& shares) {
    heat_ = heatImage(shares);
    update();
}

void HeatOverlay::clear() {
    heat_ = {};
    update();
}

void HeatOverlay::paintEvent(QPaintEvent*) {
    const QRectF photo = photoPlace();
    if (heat_.isNull() || photo.isEmpty())
        return;
    QPainter painter(this);
    // A shade first: what adds little steps back on bright photos too.
    painter.fillRect(photo, QColor(0, 0, 0, 120));
    const QImage smooth =
        heat_.scaled(photo.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(photo.topLeft(), smooth);
}

} // namespace likeness::ui
