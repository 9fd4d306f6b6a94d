// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/notice.h"

#include "ui/shared/error_text.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>

namespace likeness::ui {

Notice::Notice(QWidget* parent)
    : QWidget(parent), icon_(new QLabel(this)), text_(new QLabel(this)), close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    text_->setObjectName(QStringLiteral("noticeText"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    close_->setProperty("flat", true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(icon_);
    layout->addWidget(text_, 1);
    layout->addWidget(close_);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void Notice::showError(const Error& error) {
    error_ = error;
    retranslate();
    show();
}

void Notice::showText(const QString& text) {
    error_.reset();
    text_->setText(text);
    retranslate();
    show();
}

void Notice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Notice::retranslate() {
    if (error_)
        text_->setText(translatedError(*error_));
    icon_->setPixmap(
        error_ ? themedPixmap(QStringLiteral("problem"), 16, Theme::colors().warning, devicePixelRatioF())
               : themedPixmap(QStringLiteral("done"), 16, Theme::colors().accent, devicePixelRatioF()));
    close_->setIcon(themedIcon(QStringLiteral("close")));
    close_->setAccessibleName(tr("Close this message"));
    close_->setToolTip(tr("Close this message"));
}

} // namespace likeness::ui
