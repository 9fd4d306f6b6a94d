// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/elided_label.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

namespace likeness::ui {

/// The first visible text of the window that doesn't fit its widget; empty where all fit.
inline QString clippedText(const QWidget& window) {
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label))
            continue;
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                            : label->width() >= label->sizeHint().width();
        if (!fits)
            return label->text();
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            return button->text();
    return {};
}

} // namespace likeness::ui
