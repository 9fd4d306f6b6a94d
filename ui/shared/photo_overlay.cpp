// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_overlay.h"

#include <QEvent>

namespace likeness::ui {

PhotoOverlay::PhotoOverlay(PhotoView& view) : QWidget(&view), view_(view) {
    setGeometry(view.rect());
    view.installEventFilter(this);
    connect(&view, &PhotoView::photoMoved, this, [this] { update(); });
}

bool PhotoOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &view_ && event->type() == QEvent::Resize)
        setGeometry(view_.rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace likeness::ui
