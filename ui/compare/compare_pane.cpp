// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_pane.h"

#include "ui/shared/error_text.h"
#include "ui/shared/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace likeness::ui {
namespace {

/// Larger photos are shown reduced: four of them stay in memory.
constexpr int longestSide = 6000;
constexpr double zoomOfAStep = 1.25;
constexpr double angleOfAStep = 120; // eighths of a degree, as Qt counts a wheel

} // namespace

ComparePane::ComparePane(PreviewLoader& previews, QWidget* parent) : QWidget(parent), previews_(previews) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(120, 120);
    setCursor(Qt::OpenHandCursor);
}

void ComparePane::showFile(const std::filesystem::path& file) {
    if (file == file_)
        return;
    clear();
    file_ = file;
    previews_.load(this, file, longestSide, [this](const Preview& preview) {
        preview_ = preview;
        image_ = preview.image;
        update();
        Q_EMIT loaded();
    });
}

void ComparePane::clear() {
    previews_.cancel(this);
    file_.clear();
    image_ = standIn_ = cover_ = {};
    preview_.reset();
    update();
}

void ComparePane::setView(const LinkedView& view) {
    view_ = view;
    update();
}

void ComparePane::setCover(const QImage& cover) {
    cover_ = cover;
    update();
}

void ComparePane::setStandIn(const QImage& image) {
    standIn_ = image;
    update();
}

QRectF ComparePane::photoPlace() const {
    return shown().isNull() ? QRectF() : placeIn(size(), shown().size(), view_);
}

double ComparePane::actualZoom() const {
    return image_.isNull() ? 1 : actualSize(size(), QSizeF(image_.size()) / devicePixelRatioF());
}

void ComparePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF place = photoPlace();
    if (place.isEmpty()) {
        paintMessage(painter);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // Only what is in sight is scaled.
    const QRectF seen = place.intersected(rect());
    const auto part = [&seen, &place](const QImage& image) {
        const double scale = image.width() / place.width();
        const double scaleY = image.height() / place.height();
        return QRectF((seen.x() - place.x()) * scale, (seen.y() - place.y()) * scaleY, seen.width() * scale,
                      seen.height() * scaleY);
    };
    painter.drawImage(seen, shown(), part(shown()));
    if (!cover_.isNull() && standIn_.isNull())
        painter.drawImage(seen, cover_, part(cover_));
}

void ComparePane::paintMessage(QPainter& painter) {
    painter.setPen(Theme::colors().muted);
    const QString text = preview_ && preview_->error ? translatedError(*preview_->error) : QString();
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void ComparePane::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / angleOfAStep;
    if (!shown().isNull())
        Q_EMIT viewWanted(
            zoomedAt(event->position(), std::pow(zoomOfAStep, steps), size(), shown().size(), view_));
    event->accept();
}

void ComparePane::mousePressEvent(QMouseEvent* event) {
    dragged_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void ComparePane::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton) || shown().isNull())
        return;
    const QPointF by = event->position() - dragged_;
    dragged_ = event->position();
    Q_EMIT viewWanted(movedBy(by, size(), shown().size(), view_));
}

void ComparePane::mouseReleaseEvent(QMouseEvent*) {
    setCursor(Qt::OpenHandCursor);
}

void ComparePane::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT actualSizeWanted();
}

} // namespace likeness::ui
