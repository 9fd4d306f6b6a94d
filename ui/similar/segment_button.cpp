// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/segment_button.h"

#include "ui/shared/theme.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace likeness::ui {

namespace {

constexpr int iconSide = 16;
constexpr int gap = 5;
constexpr int margin = 6;

} // namespace

SegmentButton::SegmentButton(QWidget* parent) : QToolButton(parent) {
    setProperty("segment", true);
    setCheckable(true);
    setIconSize({iconSide, iconSide});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int SegmentButton::wideWidth() const {
    return iconSide + gap + fontMetrics().horizontalAdvance(text()) + 2 * margin;
}

QSize SegmentButton::sizeHint() const {
    const int line = fontMetrics().height();
    if (toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        return {wideWidth(), std::max(line, iconSide) + 2 * margin};
    return {std::max(iconSide, fontMetrics().horizontalAdvance(text())) + 6, iconSide + line + 2 * margin};
}

void SegmentButton::setWide() {
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void SegmentButton::setNarrow() {
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
}

/// The style draws the button's ground alone: it would put icon and text to the left.
void SegmentButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.icon = {};
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const ThemeColors& colors = Theme::colors();
    painter.setPen(!isEnabled() ? colors.muted : isChecked() ? colors.onAccent : colors.text);
    if (toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        paintWide(painter);
    else
        paintNarrow(painter);
}

void SegmentButton::paintWide(QPainter& painter) const {
    const int content = wideWidth() - 2 * margin;
    const int left = (width() - content) / 2;
    const QIcon::State state = isChecked() ? QIcon::On : QIcon::Off;
    icon().paint(&painter, QRect(left, 0, iconSide, height()), Qt::AlignCenter, QIcon::Normal, state);
    painter.drawText(QRect(left + iconSide + gap, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
}

void SegmentButton::paintNarrow(QPainter& painter) const {
    const QIcon::State state = isChecked() ? QIcon::On : QIcon::Off;
    icon().paint(&painter, QRect(0, margin - 1, width(), iconSide), Qt::AlignCenter, QIcon::Normal, state);
    painter.drawText(QRect(0, margin + iconSide, width(), height() - 2 * margin - iconSide + 1),
                     Qt::AlignCenter, text());
}

} // namespace likeness::ui
