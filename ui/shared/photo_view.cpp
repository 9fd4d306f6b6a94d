// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_view.h"

#include "ui/shared/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace likeness::ui {

namespace {

constexpr int sideStep = 256; // so that a widget that is dragged wider doesn't decode at each pixel

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
    image_ = placeholder.toImage();
    loadedSide_ = 0;
    failed_ = false;
    load();
    showAnew();
}

void PhotoView::showImage(const QImage& image) {
    previews_.cancel(this);
    file_.clear();
    image_ = image;
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

void PhotoView::showAnew() {
    scaled_ = {};
    update();
    Q_EMIT photoMoved();
}

QRect PhotoView::photoPlace() const {
    return failed_ || image_.isNull() ? QRect() : target(image_.size());
}

void PhotoView::load() {
    const int side = static_cast<int>(std::max(width(), height()) * devicePixelRatioF());
    const int wanted = (side + sideStep - 1) / sideStep * sideStep;
    if (file_.empty() || wanted <= loadedSide_)
        return;
    loadedSide_ = wanted;
    previews_.load(this, file_, wanted, [this](const Preview& preview) {
        failed_ = preview.error.has_value();
        image_ = preview.image;
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
    const QSize pixels = place.size() * devicePixelRatioF();
    if (scaled_.size() != pixels)
        scaled_ = QPixmap::fromImage(image_.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.drawPixmap(place, scaled_);
}

void PhotoView::resizeEvent(QResizeEvent*) {
    reloadTimer_.start();
    Q_EMIT photoMoved();
}

} // namespace likeness::ui
