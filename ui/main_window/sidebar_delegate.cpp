// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/sidebar_delegate.h"

#include "ui/main_window/sidebar_model.h"
#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace likeness::ui {

namespace {

constexpr int rowHeight = 26;
constexpr int headingHeight = 36;

bool isHeading(const QModelIndex& index) {
    return SidebarModel::target(index).kind == SidebarTarget::Kind::Heading;
}

void paintHeading(QPainter& painter, const QRect& rect, const QString& title) {
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * .82);
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    painter.setFont(font);
    painter.setPen(Theme::colors().muted);
    painter.drawText(rect.adjusted(0, 0, 0, -6), Qt::AlignLeft | Qt::AlignBottom, title);
}

} // namespace

void SidebarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QRect row(8, option.rect.top() + 1, option.widget->width() - 17, option.rect.height() - 2);
    const QRect text = option.rect.adjusted(2, 0, -16, 0);
    if (isHeading(index)) {
        paintHeading(*painter, QRect(QPoint(16, text.top()), text.bottomRight()), index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->setPen(Qt::NoPen);
    if (selected || hovered) {
        painter->setBrush(selected ? Theme::colors().hover : Theme::colors().button);
        painter->drawRoundedRect(row, 6, 6);
    }
    const qint64 count = index.data(SidebarModel::CountRole).toLongLong();
    const QString number = count < 0 ? QString() : countText(count);
    painter->setPen(Theme::colors().muted);
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
    const int room = text.width() - painter->fontMetrics().horizontalAdvance(number) - 8;
    const bool isAway = index.data(SidebarModel::AwayRole).toBool();
    painter->setPen(isAway ? Theme::colors().muted : Theme::colors().text);
    QFont font = option.font;
    font.setItalic(isAway);
    painter->setFont(font);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room));
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {80, isHeading(index) ? headingHeight : rowHeight};
}

} // namespace likeness::ui
