// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_form.h"

#include "ui/shared/formats.h"
#include "ui/similar/method_presenter.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace likeness::ui {
namespace {

using HyperParameters = LibraryTrainingOptions::HyperParameters;

QFormLayout* makeForm() {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void setRowTitle(QFormLayout* form, int row, const QString& title) {
    qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(title);
    form->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(title);
}

} // namespace

TrainingForm::TrainingForm(TrainingPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      main_(makeForm()),
      more_(makeForm()),
      method_(new QComboBox(this)),
      bits_(new QComboBox(this)),
      labels_(new QComboBox(this)),
      advice_(new QLabel(this)),
      advanced_(new QToolButton(this)),
      advancedPart_(new QWidget(this)),
      folds_(new QSpinBox(this)),
      search_(new QCheckBox(this)),
      seed_(new QSpinBox(this)),
      held_(new QSpinBox(this)) {
    makeFields();
    layOut();
    retranslate();
    for (QComboBox* box : {method_, bits_, labels_})
        connect(box, &QComboBox::currentIndexChanged, this, &TrainingForm::takeChoices);
    for (QSpinBox* box : {folds_, seed_, held_})
        connect(box, &QSpinBox::valueChanged, this, &TrainingForm::takeChoices);
    connect(search_, &QCheckBox::toggled, this, &TrainingForm::takeChoices);
    connect(advanced_, &QToolButton::toggled, advancedPart_, &QWidget::setVisible);
    connect(&presenter_, &TrainingPresenter::changed, this, &TrainingForm::showState);
}

void TrainingForm::makeFields() {
    method_->setObjectName(QStringLiteral("trainingMethod"));
    bits_->setObjectName(QStringLiteral("trainingBits"));
    labels_->setObjectName(QStringLiteral("trainingLabels"));
    advice_->setObjectName(QStringLiteral("trainingAdvice"));
    advanced_->setObjectName(QStringLiteral("trainingAdvanced"));
    folds_->setObjectName(QStringLiteral("trainingFolds"));
    search_->setObjectName(QStringLiteral("trainingSearch"));
    seed_->setObjectName(QStringLiteral("trainingSeed"));
    held_->setObjectName(QStringLiteral("trainingHeld"));
    for (const char* method : MethodPresenter::methods)
        method_->addItem(MethodPresenter::methodText(method), QLatin1String(method));
    for (const int bits : MethodPresenter::lengths)
        bits_->addItem(QString(), bits);
    for (const LabelSource source : {LabelSource::None, LabelSource::Folders, LabelSource::Tags})
        labels_->addItem(QString(), static_cast<int>(source));
    folds_->setRange(1, 10); // 1: off
    seed_->setRange(1, 1'000'000);
    held_->setRange(5, 50);
    held_->setSingleStep(5);
    advice_->setWordWrap(true);
    advanced_->setCheckable(true);
    advanced_->setProperty("flat", true);
    advancedPart_->hide();
}

void TrainingForm::layOut() {
    for (QWidget* field : {method_, bits_, labels_})
        main_->addRow(new QLabel(this), field);
    for (QWidget* field : {folds_, seed_, held_})
        more_->addRow(new QLabel(advancedPart_), field);
    auto* moreLayout = new QVBoxLayout(advancedPart_);
    moreLayout->setContentsMargins(0, 0, 0, 0);
    moreLayout->setSpacing(8);
    moreLayout->addLayout(more_);
    moreLayout->addWidget(search_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(main_);
    layout->addWidget(advice_);
    layout->addWidget(advanced_, 0, Qt::AlignLeft);
    layout->addWidget(advancedPart_);
    layout->addStretch(1);
}

void TrainingForm::takeChoices() {
    TrainingChoices choices;
    choices.method = method_->currentData().toString().toStdString();
    choices.bits = bits_->currentData().toInt();
    choices.labels = static_cast<LabelSource>(labels_->currentData().toInt());
    choices.folds = folds_->value() > 1 ? folds_->value() : 0;
    choices.hyperParameters = search_->isChecked() ? HyperParameters::Searched : HyperParameters::Given;
    choices.seed = seed_->value();
    choices.validationShare = held_->value() / 100.0;
    presenter_.setChoices(choices);
}

void TrainingForm::showState() {
    const TrainingChoices& choices = presenter_.choices();
    const QSignalBlocker quiet[] = {QSignalBlocker(method_), QSignalBlocker(bits_), QSignalBlocker(labels_),
                                    QSignalBlocker(folds_),  QSignalBlocker(seed_), QSignalBlocker(held_),
                                    QSignalBlocker(search_)};
    method_->setCurrentIndex(method_->findData(QString::fromStdString(choices.method)));
    bits_->setCurrentIndex(bits_->findData(choices.bits));
    labels_->setCurrentIndex(labels_->findData(static_cast<int>(choices.labels)));
    folds_->setValue(std::max(1, choices.folds));
    search_->setChecked(choices.hyperParameters == HyperParameters::Searched);
    seed_->setValue(choices.seed);
    held_->setValue(static_cast<int>(std::lround(choices.validationShare * 100)));
    const bool learnsFromLabels = choices.method == "deep" && choices.labels != LabelSource::None;
    for (QWidget* field :
         {static_cast<QWidget*>(method_), static_cast<QWidget*>(bits_), static_cast<QWidget*>(labels_),
          static_cast<QWidget*>(seed_), static_cast<QWidget*>(held_)})
        field->setEnabled(presenter_.canChoose());
    folds_->setEnabled(presenter_.canChoose() && learnsFromLabels);
    search_->setEnabled(presenter_.canChoose() && learnsFromLabels);
    showLabels();
    const QString advice = adviceText();
    advice_->setText(advice);
    advice_->setVisible(!advice.isEmpty());
}

void TrainingForm::showLabels() {
    const auto name = [this](LabelSource source, const QString& title) {
        const auto summary = presenter_.summaryOf(source);
        if (!summary)
            return title;
        const QString photos = tr("%n photo(s)", nullptr, summary->photos);
        if (source == LabelSource::None)
            return tr("%1 (%2)").arg(title, photos);
        return tr("%1 (%2, %3)").arg(title, tr("%n class(es)", nullptr, summary->labels), photos);
    };
    labels_->setItemText(0, name(LabelSource::None, tr("None, by likeness alone")));
    labels_->setItemText(1, name(LabelSource::Folders, tr("Folders")));
    labels_->setItemText(2, name(LabelSource::Tags, tr("Tags")));
}

QString TrainingForm::adviceText() const {
    const LabelSummary summary = presenter_.summaryOf(presenter_.choices().labels).value_or(LabelSummary());
    switch (presenter_.advice()) {
    case TrainingPresenter::Advice::TooFewPhotos:
        return tr("Too few photos to learn from: %1 of at least %2.")
            .arg(summary.photos)
            .arg(presenter_.photosNeeded());
    case TrainingPresenter::Advice::TooFewLabels:
        return presenter_.choices().labels == LabelSource::Tags
                   ? tr("Learning from tags takes two tags or more, and one of them on three photos.")
                   : tr("Learning from folders takes two folders or more, and three photos in one of them.");
    case TrainingPresenter::Advice::SmallLabels:
        return tr("%n class(es) have fewer than 3 photos: too few to be tested on.", nullptr,
                  summary.labels - summary.learnable);
    case TrainingPresenter::Advice::None:
        break;
    }
    return {};
}

void TrainingForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrainingForm::retranslate() {
    setRowTitle(main_, 0, tr("Method"));
    setRowTitle(main_, 1, tr("Code length"));
    setRowTitle(main_, 2, tr("Learn from labels"));
    setRowTitle(more_, 0, tr("Cross-validation"));
    setRowTitle(more_, 1, tr("Seed"));
    setRowTitle(more_, 2, tr("Held out for validation"));
    for (int i = 0; i < bits_->count(); ++i)
        bits_->setItemText(i, tr("%1 bits").arg(bits_->itemData(i).toInt()));
    for (int i = 0; i < method_->count(); ++i)
        method_->setItemText(i, MethodPresenter::methodText(method_->itemData(i).toString().toStdString()));
    advice_->setProperty("warning", true);
    advanced_->setText(tr("Advanced"));
    folds_->setSpecialValueText(tr("Off"));
    folds_->setSuffix(tr(" folds"));
    held_->setSuffix(tr(" %"));
    search_->setText(tr("Search settings first"));
    search_->setToolTip(
        tr("Tries learning rate, dropout and margin by cross-validation. Takes many times longer."));
    seed_->setToolTip(tr("The same photos and the same seed give the same codebook."));
    showState();
}

} // namespace likeness::ui
