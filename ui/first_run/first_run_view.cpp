// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/first_run_view.h"

#include "ui/shared/desktop.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace likeness::ui {

FirstRunView::FirstRunView(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(this)),
      subtitle_(new QLabel(this)),
      addFolder_(new QPushButton(this)),
      samples_(new QPushButton(this)),
      hint_(new QLabel(this)),
      card_(makeCard()) {
    setObjectName(QStringLiteral("firstRunView"));
    setAttribute(Qt::WA_StyledBackground);
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    title_->setFont(large);
    addFolder_->setObjectName(QStringLiteral("firstRunAddFolder"));
    addFolder_->setProperty("primary", true);
    samples_->setObjectName(QStringLiteral("firstRunSamples"));
    samples_->setVisible(!samplesFolder().empty());
    subtitle_->setProperty("muted", true);
    hint_->setProperty("muted", true);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(card_, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(addFolder_, &QPushButton::clicked, this, &FirstRunView::addFolderRequested);
    connect(samples_, &QPushButton::clicked, this, &FirstRunView::samplesRequested);
    retranslate();
}

QWidget* FirstRunView::makeCard() {
    auto* card = new QWidget(this);
    card->setFixedWidth(620);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(48, 40, 48, 40);
    layout->setSpacing(8);
    layout->addWidget(title_);
    layout->addWidget(subtitle_);
    layout->addSpacing(24);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        layout->addWidget(makeStep(i, card));
        layout->addSpacing(8);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(addFolder_);
    buttons->addWidget(samples_);
    buttons->addStretch();
    layout->addSpacing(16);
    layout->addLayout(buttons);
    layout->addSpacing(8);
    layout->addWidget(hint_);
    return card;
}

QWidget* FirstRunView::makeStep(std::size_t index, QWidget* parent) {
    auto* row = new QWidget(parent);
    Step& step = steps_[index];
    step = {new QLabel(QString::number(index + 1), row), new QLabel(row), new QLabel(row)};
    step.number->setProperty("step", true);
    step.number->setAlignment(Qt::AlignCenter);
    step.number->setFixedSize(28, 28);
    step.title->setProperty("heading", true);
    step.text->setProperty("muted", true);
    step.text->setWordWrap(true);
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    layout->addWidget(step.number, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(step.title, 0, 1);
    layout->addWidget(step.text, 1, 1);
    return row;
}

void FirstRunView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstRunView::retranslate() {
    title_->setText(tr("Find photos that are alike"));
    subtitle_->setText(tr("Your photos stay on this computer, and are never changed."));
    steps_[0].title->setText(tr("Where are your photos?"));
    steps_[0].text->setText(tr("Add one folder or several; what lies below them belongs to them."));
    steps_[1].title->setText(tr("Indexing starts at once"));
    steps_[1].text->setText(tr("Look around meanwhile. It can be paused, and goes on after a restart."));
    steps_[2].title->setText(tr("Select a photo and press S"));
    steps_[2].text->setText(tr("The photos most like it appear, ranked. Dropping or pasting one works too."));
    addFolder_->setText(tr("Add a folder…"));
    samples_->setText(tr("Look at the sample collection"));
    hint_->setText(tr("Or drop a folder here."));
}

/// The dashed edge says that something can be dropped here.
void FirstRunView::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::colors().border, 1.5, Qt::DashLine));
    painter.setBrush(Theme::colors().panel);
    painter.drawRoundedRect(QRectF(card_->geometry()).adjusted(.5, .5, -.5, -.5), 12, 12);
}

} // namespace likeness::ui
