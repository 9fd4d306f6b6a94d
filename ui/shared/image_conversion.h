// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <QImage>
#include <QSize>

namespace likeness::ui {

/// Copies of the pixels; transparency becomes white. For worker threads.
Image toImage(const QImage& image);
QImage toQImage(const Image& image);

/// The middle of the image at the size asked for, which it fills; for worker threads.
QImage filled(const QImage& image, QSize size);

} // namespace likeness::ui
