// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/chip_bar.h"

#include <algorithm>

namespace likeness::ui {
namespace {

constexpr int gap = 4;
constexpr int widestText = 220;

} // namespace

ChipBar::ChipBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void ChipBar::setChips(const std::vector<Chip>& chips) {
    for (QToolButton* button : buttons_) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    buttons_.clear();
    for (const Chip& chip : chips) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("chip"));
        button->setProperty("chip", true);
        button->setText(fontMetrics().elidedText(chip.text, Qt::ElideMiddle, widestText) +
                        QStringLiteral("  ✕"));
        button->setAccessibleName(tr("Take away: %1").arg(chip.text));
        button->setToolTip(button->accessibleName());
        connect(button, &QToolButton::clicked, this, chip.remove);
        button->show();
        buttons_.push_back(button);
    }
    setVisible(!buttons_.empty());
    place();
}

void ChipBar::resizeEvent(QResizeEvent*) {
    place();
}

void ChipBar::place() {
    QPoint at;
    int bottom = 0;
    for (QToolButton* button : buttons_) {
        const QSize size(std::min(button->sizeHint().width(), std::max(1, width())),
                         button->sizeHint().height());
        if (at.x() > 0 && at.x() + size.width() > width())
            at = {0, bottom + gap};
        button->setGeometry(QRect(at, size));
        bottom = at.y() + size.height();
        at.rx() += size.width() + gap;
    }
    setFixedHeight(bottom);
}

} // namespace likeness::ui
