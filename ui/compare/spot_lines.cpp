// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/spot_lines.h"

#include "ui/compare/compare_pane.h"
#include "ui/shared/photo_geometry.h"
#include "ui/shared/place_painter.h"

#include <QEvent>
#include <QPainter>

namespace likeness::ui {

SpotLines::SpotLines(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    parent->installEventFilter(this);
}

void SpotLines::setPanes(std::vector<ComparePane*> panes) {
    panes_ = std::move(panes);
    spots_.clear();
    raise();
    update();
}

void SpotLines::setSpots(std::vector<std::vector<SpotMatch>> spots) {
    spots_ = std::move(spots);
    raise();
    update();
}

bool SpotLines::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

/// Empty where the spot is out of the pane's sight.
QRectF SpotLines::placeOf(const ComparePane& pane, const Rectangle& spot) const {
    const QRectF photo = pane.photoPlace();
    if (photo.isEmpty())
        return {};
    const QRectF place = toView(spot, photo).translated(pane.pos());
    return QRectF(pane.geometry()).contains(place.center()) ? place : QRectF();
}

void SpotLines::paintPair(QPainter& painter, const ComparePane& pane, const SpotMatch& spot,
                          std::size_t number) {
    const QRectF from = placeOf(*panes_.front(), spot.first);
    const QRectF to = placeOf(pane, spot.second);
    if (from.isEmpty() || to.isEmpty())
        return;
    const QLineF line(from.center(), to.center());
    painter.setPen(QPen(QColor(0, 0, 0, 150), 4));
    painter.drawLine(line);
    painter.setPen(QPen(spotColor(number), 2));
    painter.drawLine(line);
    paintPlace(painter, from, PlaceShape::Spot, spotColor(number));
    paintPlace(painter, to, PlaceShape::Spot, spotColor(number));
}

void SpotLines::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t other = 0; other < spots_.size() && other + 1 < panes_.size(); ++other)
        for (std::size_t number = 0; number < spots_[other].size(); ++number)
            paintPair(painter, *panes_[other + 1], spots_[other][number], number);
}

} // namespace likeness::ui
