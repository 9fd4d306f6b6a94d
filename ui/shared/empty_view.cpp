// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/empty_view.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace likeness::ui {

EmptyView::EmptyView(QString iconName, QWidget* parent)
    : QWidget(parent),
      iconName_(std::move(iconName)),
      icon_(new QLabel(this)),
      title_(new QLabel(this)),
      explanation_(new QLabel(this)),
      button_(new QPushButton(this)) {
    title_->setProperty("heading", true);
    title_->setAlignment(Qt::AlignCenter);
    explanation_->setProperty("muted", true);
    explanation_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    explanation_->setWordWrap(true);
    explanation_->setFixedWidth(360);
    button_->setObjectName(QStringLiteral("emptyViewButton"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    for (QWidget* part : {static_cast<QWidget*>(icon_), static_cast<QWidget*>(title_),
                          static_cast<QWidget*>(explanation_), static_cast<QWidget*>(button_)})
        layout->addWidget(part, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(button_, &QPushButton::clicked, this, &EmptyView::buttonClicked);
    drawIcon();
}

void EmptyView::setTexts(const QString& title, const QString& explanation, const QString& button) {
    title_->setText(title);
    explanation_->setText(explanation);
    button_->setText(button);
    button_->setVisible(!button.isEmpty());
    fitExplanation();
}

void EmptyView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitExplanation();
    QWidget::changeEvent(event);
}

void EmptyView::showEvent(QShowEvent* event) {
    fitExplanation();
    QWidget::showEvent(event);
}

/// An aligned label in a layout isn't asked how high it is when its text is wrapped.
void EmptyView::fitExplanation() {
    explanation_->setFixedHeight(std::max(0, explanation_->heightForWidth(explanation_->width())));
}

void EmptyView::drawIcon() {
    icon_->setPixmap(themedPixmap(iconName_, 48, Theme::colors().muted, devicePixelRatioF()));
}

} // namespace likeness::ui
