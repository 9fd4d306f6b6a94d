// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/image_conversion.h"

#include "ui/shared/photo_geometry.h"

#include <QPainter>

#include <algorithm>

namespace likeness::ui {

namespace {

QImage onWhite(const QImage& image) {
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB888);
    QImage opaque(image.size(), QImage::Format_RGB888);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    return opaque;
}

} // namespace

Image toImage(const QImage& image) {
    const QImage source = onWhite(image);
    Image result;
    result.width = source.width();
    result.height = source.height();
    const auto row = static_cast<std::size_t>(source.width()) * 3;
    result.rgb.reserve(row * static_cast<std::size_t>(source.height()));
    for (int y = 0; y < source.height(); ++y)
        result.rgb.insert(result.rgb.end(), source.constScanLine(y), source.constScanLine(y) + row);
    return result;
}

QImage toQImage(const Image& image) {
    if (image.empty())
        return {};
    const QImage view(image.rgb.data(), image.width, image.height, image.width * 3, QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);
}

QImage filled(const QImage& image, QSize size) {
    if (image.isNull() || size.isEmpty())
        return {};
    const QRect whole = filledPlace(image.size(), QRectF(QPointF(0, 0), QSizeF(size))).toRect();
    const QImage large = image.scaled(whole.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return large.copy(QRect(-whole.topLeft(), size)).convertToFormat(QImage::Format_RGB32);
}

} // namespace likeness::ui
