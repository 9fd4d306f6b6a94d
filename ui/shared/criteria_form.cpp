// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/criteria_form.h"

#include "ui/shared/colour_labels.h"

#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace likeness::ui {

CriteriaForm::CriteriaForm(const QString& prefix, QWidget* parent)
    : QWidget(parent),
      form_(new QFormLayout(this)),
      tag_(new QLineEdit(this)),
      since_(new QCheckBox(this)),
      from_(new QDateEdit(QDate::currentDate().addYears(-1), this)),
      until_(new QCheckBox(this)),
      to_(new QDateEdit(QDate::currentDate(), this)),
      rating_(new QComboBox(this)),
      label_(new QComboBox(this)) {
    layOut(prefix);
    connect(tag_, &QLineEdit::editingFinished, this, &CriteriaForm::changed);
    for (QCheckBox* box : {since_, until_})
        connect(box, &QCheckBox::toggled, this, &CriteriaForm::changed);
    connect(since_, &QCheckBox::toggled, from_, &QWidget::setEnabled);
    connect(until_, &QCheckBox::toggled, to_, &QWidget::setEnabled);
    for (QDateEdit* date : {from_, to_})
        connect(date, &QDateEdit::dateChanged, this, &CriteriaForm::changed);
    for (QComboBox* choice : {rating_, label_})
        connect(choice, &QComboBox::currentIndexChanged, this, &CriteriaForm::changed);
    retranslate();
}

void CriteriaForm::layOut(const QString& prefix) {
    const std::pair<QWidget*, const char*> names[] = {
        {tag_, "Tag"}, {since_, "Since"},   {from_, "From"},  {until_, "Until"},
        {to_, "To"},   {rating_, "Rating"}, {label_, "Label"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(prefix + QLatin1String(name));
    auto* completer = new QCompleter(&tagNames_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    tag_->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &CriteriaForm::changed,
            Qt::QueuedConnection);
    for (QDateEdit* date : {from_, to_}) {
        date->setCalendarPopup(true);
        date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        date->setEnabled(false);
    }
    rating_->addItem(QString(), 0);
    for (int stars = 1; stars <= mostStars; ++stars)
        rating_->addItem(QString(), stars);
    label_->addItem(QString(), -1);
    for (const ColourLabel label : allColourLabels)
        if (label != ColourLabel::None)
            label_->addItem(colourLabelIcon(label), QString(), static_cast<int>(label));
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setSpacing(8);
    form_->addRow(new QLabel(this), tag_);
    form_->addRow(since_, from_);
    form_->addRow(until_, to_);
    form_->addRow(new QLabel(this), rating_);
    form_->addRow(new QLabel(this), label_);
}

PhotoCriteria CriteriaForm::criteria() const {
    PhotoCriteria criteria;
    criteria.tag = tag_->text();
    if (since_->isChecked())
        criteria.from = from_->date();
    if (until_->isChecked())
        criteria.to = to_->date();
    criteria.ratingAtLeast = rating_->currentData().toInt();
    if (const int label = label_->currentData().toInt(); label > 0)
        criteria.label = static_cast<ColourLabel>(label);
    return criteria;
}

void CriteriaForm::setCriteria(const PhotoCriteria& criteria) {
    {
        const QSignalBlocker quiet(this);
        tag_->setText(criteria.tag);
        since_->setChecked(criteria.from.has_value());
        until_->setChecked(criteria.to.has_value());
        from_->setDate(criteria.from.value_or(from_->date()));
        to_->setDate(criteria.to.value_or(to_->date()));
        rating_->setCurrentIndex(criteria.ratingAtLeast);
        label_->setCurrentIndex(criteria.label ? static_cast<int>(*criteria.label) : 0);
    }
    Q_EMIT changed();
}

void CriteriaForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CriteriaForm::retranslate() {
    const std::pair<QWidget*, QString> titles[] = {
        {tag_, tr("With the tag")}, {rating_, tr("With stars")}, {label_, tr("With the label")}};
    for (const auto& [field, title] : titles) {
        qobject_cast<QLabel*>(form_->labelForField(field))->setText(title);
        field->setAccessibleName(title);
    }
    since_->setText(tr("Taken since"));
    until_->setText(tr("Taken until"));
    from_->setAccessibleName(tr("Taken since"));
    to_->setAccessibleName(tr("Taken until"));
    tag_->setPlaceholderText(tr("Places/Paris"));
    rating_->setItemText(0, tr("With or without"));
    for (int stars = 1; stars <= mostStars; ++stars)
        rating_->setItemText(stars,
                             stars == mostStars ? starsText(stars) : tr("%1 or more").arg(starsText(stars)));
    label_->setItemText(0, tr("With or without"));
    for (int i = 1; i < label_->count(); ++i)
        label_->setItemText(i, colourLabelText(static_cast<ColourLabel>(label_->itemData(i).toInt())));
}

} // namespace likeness::ui
