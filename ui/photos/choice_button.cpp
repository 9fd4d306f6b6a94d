// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/photos/choice_button.h"

#include "ui/shared/criterion_chips.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace likeness::ui {

ChoiceButton::ChoiceButton(PhotosPresenter& presenter, QWidget* parent)
    : QToolButton(parent),
      presenter_(presenter),
      form_(new CriteriaForm(QStringLiteral("choose"), this)),
      clear_(new QPushButton(this)) {
    setObjectName(QStringLiteral("choiceButton"));
    setPopupMode(QToolButton::InstantPopup);
    setProperty("flat", true);
    clear_->setObjectName(QStringLiteral("chooseClear"));
    auto* menu = new QMenu(this);
    auto* panel = new QWidget(menu);
    panel->setObjectName(QStringLiteral("choicePanel"));
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(form_);
    layout->addWidget(clear_);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    setMenu(menu);
    connect(form_, &CriteriaForm::changed, this, &ChoiceButton::take);
    connect(clear_, &QPushButton::clicked, form_, &CriteriaForm::clear);
    retranslate();
}

void ChoiceButton::take() {
    presenter_.setCriteria(form_->criteria());
    retranslate();
}

void ChoiceButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void ChoiceButton::retranslate() {
    const int count = presenter_.arrangement().criteria.count();
    setText(count > 0 ? tr("Choose (%1)").arg(count) : tr("Choose"));
    QFont font = this->font();
    font.setBold(count > 0);
    setFont(font);
    setToolTip(tr("Which photos are shown: by tag, date, stars and label"));
    clear_->setText(tr("Show all photos"));
    clear_->setEnabled(count > 0);
    Q_EMIT changed();
}

std::vector<ChipBar::Chip> ChoiceButton::chips() {
    return criterionChips(presenter_.arrangement().criteria,
                          [this](const PhotoCriteria& criteria) { form_->setCriteria(criteria); });
}

} // namespace likeness::ui
