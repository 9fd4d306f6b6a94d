// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_view.h"

#include "ui/shared/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTransform>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace likeness::ui {

namespace {

constexpr int sideStep = 256;       // so that a widget that is dragged wider doesn't decode at each pixel
constexpr int largestSide = 12'288; // a zoom beyond that shows pixels

} // namespace

PhotoView::PhotoView(PreviewLoader& previews, QWidget* parent) : QWidget(parent), previews_(previews) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    reloadTimer_.setSingleShot(true);
    reloadTimer_.setInterval(120);
    connect(&reloadTimer_, &QTimer::timeout, this, &PhotoView::load);
}

void PhotoView::showFile(const std::filesystem::path& file, const QPixmap& placeholder) {
    if (file == file_ && !failed_)
        return;
    file_ = file;
    view_ = {};
    quarterTurns_ = 0;
    fullSize_ = {};
    takePixels(placeholder.toImage());
    loadedSide_ = 0;
    failed_ = false;
    load();
    showAnew();
}

void PhotoView::showImage(const QImage& image) {
    previews_.cancel(this);
    file_.clear();
    view_ = {};
    takePixels(image);
    failed_ = false;
    showAnew();
}

void PhotoView::clear() {
    showImage({});
}

void PhotoView::setAlignment(Qt::Alignment alignment) {
    alignment_ = alignment;
    showAnew();
}

void PhotoView::takePixels(const QImage& upright) {
    upright_ = upright;
    image_ = quarterTurns_ == 0 ? upright : upright.transformed(QTransform().rotate(90.0 * quarterTurns_));
}

void PhotoView::setView(const LinkedView& view) {
    if (view_ == view)
        return;
    view_ = view;
    setCursor(isZoomed() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    reloadTimer_.start();
    showAnew();
}

void PhotoView::zoom(double factor, QPointF at) {
    if (!image_.isNull())
        setView(zoomedAt(at, factor, size(), image_.size(), view_));
}

double PhotoView::actualSizeZoom() const {
    if (fullSize_.isEmpty())
        return 1;
    const QSizeF full =
        QSizeF(quarterTurns_ % 2 == 0 ? fullSize_ : fullSize_.transposed()) / devicePixelRatioF();
    return actualSize(size(), full);
}

double PhotoView::scale() const {
    if (fullSize_.isEmpty() || photoPlace().isEmpty())
        return 0;
    const int full = quarterTurns_ % 2 == 0 ? fullSize_.width() : fullSize_.height();
    return photoPlace().width() * devicePixelRatioF() / full;
}

void PhotoView::turn(int quarters) {
    quarterTurns_ = ((quarterTurns_ + quarters) % 4 + 4) % 4;
    view_ = {};
    takePixels(upright_);
    showAnew();
}

void PhotoView::showAnew() {
    scaled_ = {};
    update();
    Q_EMIT photoMoved();
}

QRect PhotoView::photoPlace() const {
    if (failed_ || image_.isNull())
        return {};
    return isZoomed() ? placeIn(size(), image_.size(), view_).toRect() : target(image_.size());
}

void PhotoView::load() {
    const int side = static_cast<int>(std::max(width(), height()) * devicePixelRatioF());
    const double sharp = std::min<double>(side * view_.zoom, largestSide);
    const int wanted = (static_cast<int>(sharp) + sideStep - 1) / sideStep * sideStep;
    if (file_.empty() || wanted <= loadedSide_)
        return;
    loadedSide_ = wanted;
    previews_.load(this, file_, wanted, [this](const Preview& preview) {
        failed_ = preview.error.has_value();
        fullSize_ = {preview.fullWidth, preview.fullHeight};
        takePixels(preview.image);
        showAnew();
        Q_EMIT loaded(preview);
    });
}

QRect PhotoView::target(QSize image) const {
    QSize size = image / devicePixelRatioF();
    const bool enlarge = size.width() < width() && size.height() < height();
    size = size.scaled(this->size(), Qt::KeepAspectRatio);
    // A tiny picture isn't blown up beyond three times its size.
    if (enlarge && size.width() > 3 * image.width())
        size = image * 3;
    return QStyle::alignedRect(layoutDirection(), alignment_, size, rect());
}

void PhotoView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (failed_ || image_.isNull()) {
        if (!failed_)
            return;
        const QPixmap icon =
            themedPixmap(QStringLiteral("photo"), 48, Theme::colors().muted, devicePixelRatioF());
        painter.drawPixmap(rect().center() - QPoint(24, 24), icon);
        return;
    }
    const QRect place = photoPlace();
    if (isZoomed()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, image_);
        return;
    }
    const QSize pixels = place.size() * devicePixelRatioF();
    if (scaled_.size() != pixels)
        scaled_ = QPixmap::fromImage(image_.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.drawPixmap(place, scaled_);
}

void PhotoView::wheelEvent(QWheelEvent* event) {
    if (!isZoomable_) {
        QWidget::wheelEvent(event);
        return;
    }
    constexpr double notch = 120; // as QWheelEvent counts
    zoom(std::pow(1.25, event->angleDelta().y() / notch), event->position());
    event->accept();
}

/// What is not dragged is the parent's.
void PhotoView::mousePressEvent(QMouseEvent* event) {
    event->setAccepted(isZoomable_ && isZoomed() && event->button() == Qt::LeftButton);
    if (!event->isAccepted())
        return;
    dragged_ = event->position().toPoint();
    setCursor(Qt::ClosedHandCursor);
}

void PhotoView::mouseMoveEvent(QMouseEvent* event) {
    event->setAccepted(isZoomable_ && isZoomed() && event->buttons().testFlag(Qt::LeftButton));
    if (!event->isAccepted())
        return;
    const QPoint now = event->position().toPoint();
    setView(movedBy(now - dragged_, size(), image_.size(), view_));
    setCursor(Qt::ClosedHandCursor);
    dragged_ = now;
}

void PhotoView::mouseReleaseEvent(QMouseEvent* event) {
    event->ignore();
    if (isZoomable_)
        setCursor(isZoomed() ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void PhotoView::mouseDoubleClickEvent(QMouseEvent* event) {
    event->ignore();
}

void PhotoView::resizeEvent(QResizeEvent*) {
    reloadTimer_.start();
    Q_EMIT photoMoved();
}

} // namespace likeness::ui
