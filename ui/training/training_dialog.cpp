// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_dialog.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace likeness::ui {
namespace {

using State = TrainingPresenter::State;
using Kind = TrainingPresenter::Step::Kind;

QString scoreText(double map) {
    return QLocale().toString(map, 'f', 3);
}

} // namespace

TrainingDialog::TrainingDialog(TrainingPresenter& presenter, QWidget* parent)
    : QDialog(parent),
      presenter_(presenter),
      form_(new TrainingForm(presenter, this)),
      loss_(new CurveChart(2, this)),
      validation_(new CurveChart(2, this)),
      status_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      start_(new QPushButton(this)),
      cancel_(new QPushButton(this)),
      use_(new QPushButton(this)),
      discard_(new QPushButton(this)),
      close_(new QPushButton(this)) {
    setObjectName(QStringLiteral("trainingDialog"));
    makeParts();
    layOut();
    connect(start_, &QPushButton::clicked, &presenter_, &TrainingPresenter::start);
    connect(cancel_, &QPushButton::clicked, &presenter_, &TrainingPresenter::cancel);
    connect(use_, &QPushButton::clicked, &presenter_, &TrainingPresenter::use);
    connect(discard_, &QPushButton::clicked, &presenter_, &TrainingPresenter::discard);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    connect(&presenter_, &TrainingPresenter::changed, this, &TrainingDialog::showState);
    connect(&presenter_, &TrainingPresenter::progressed, this, &TrainingDialog::showProgress);
    retranslate();
    presenter_.count();
}

void TrainingDialog::makeParts() {
    loss_->setObjectName(QStringLiteral("trainingLoss"));
    validation_->setObjectName(QStringLiteral("trainingValidation"));
    status_->setObjectName(QStringLiteral("trainingStatus"));
    progress_->setObjectName(QStringLiteral("trainingProgress"));
    start_->setObjectName(QStringLiteral("trainingStart"));
    cancel_->setObjectName(QStringLiteral("trainingCancel"));
    use_->setObjectName(QStringLiteral("trainingUse"));
    discard_->setObjectName(QStringLiteral("trainingDiscard"));
    close_->setObjectName(QStringLiteral("trainingClose"));
    for (QPushButton* button : {start_, use_})
        button->setProperty("primary", true);
    for (QPushButton* button : {start_, cancel_, use_, discard_, close_})
        button->setAutoDefault(false);
    status_->setWordWrap(true);
    status_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    progress_->setTextVisible(false);
}

void TrainingDialog::layOut() {
    form_->setFixedWidth(264);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(loss_, 1);
    right->addWidget(validation_, 1);
    right->addWidget(progress_);
    right->addWidget(status_);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(24);
    upper->addWidget(form_);
    upper->addLayout(right, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QPushButton* button : {start_, cancel_, use_, discard_, close_})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(upper, 1);
    layout->addLayout(buttons);
    status_->setMinimumHeight(2 * fontMetrics().lineSpacing());
    resize(880, 640);
}

void TrainingDialog::showState() {
    const State state = presenter_.state();
    start_->setVisible(state == State::Ready);
    start_->setEnabled(presenter_.canStart());
    cancel_->setVisible(state == State::Running || state == State::Stopping);
    cancel_->setEnabled(state == State::Running);
    for (QPushButton* button : {use_, discard_})
        button->setVisible(state == State::Finished || state == State::Adopting);
    use_->setEnabled(presenter_.canUse());
    discard_->setEnabled(state == State::Finished);
    showProgress();
}

void TrainingDialog::showProgress() {
    const TrainingPresenter::Step& step = presenter_.step();
    const State state = presenter_.state();
    const bool isRunning = state == State::Running || state == State::Stopping;
    progress_->setVisible(isRunning || state == State::Adopting);
    progress_->setRange(0, isRunning ? step.of : 0); // 0: it only moves
    progress_->setValue(step.number);
    status_->setText(statusText());
    showCurves();
}

void TrainingDialog::showCurves() {
    CurveChart::Curve part{tr("Without the held-out photos"), {}};
    CurveChart::Curve all{tr("On all photos"), {}};
    CurveChart::Curve trained{tr("New codebook"), {}};
    CurveChart::Curve inUse{tr("Codebook in use"), {}};
    for (const TrainingProgress& progress : presenter_.epochs()) {
        const auto epoch = static_cast<double>(progress.epoch);
        (progress.validation ? part : all).points.append({epoch, progress.loss});
        if (progress.validation)
            trained.points.append({epoch, *progress.validation});
        if (progress.validation && progress.baseline)
            inUse.points.append({epoch, *progress.baseline});
    }
    loss_->setCurves({part, all});
    validation_->setCurves({trained, inUse});
}

QString TrainingDialog::statusText() const {
    if (presenter_.error())
        return translatedError(*presenter_.error());
    switch (presenter_.state()) {
    case State::Running:
        return stepText();
    case State::Stopping:
        return tr("Stopping; the best so far is kept…");
    case State::Finished:
        return offerText();
    case State::Adopting:
        return tr("Making codes of all photos…");
    case State::Ready:
        break;
    }
    return presenter_.wasUsed() ? tr("Photos are searched with the new codebook now.")
                                : tr("Trains on what is stored: no photo is opened again.");
}

QString TrainingDialog::stepText() const {
    const TrainingPresenter::Step& step = presenter_.step();
    const auto numbered = [&step](const QString& text) { return text.arg(step.number).arg(step.of); };
    if (step.kind == Kind::Loading)
        return tr("Loading descriptors…");
    if (step.kind == Kind::Fold)
        return numbered(tr("Cross-validation: fold %1 of %2"));
    if (step.kind == Kind::Trial)
        return numbered(tr("Searching settings: trial %1 of %2"));
    const QString epoch = step.kind == Kind::Epoch ? numbered(tr("Epoch %1 of at most %2"))
                                                   : numbered(tr("Training on all photos: epoch %1 of %2"));
    const auto left = presenter_.timeLeft();
    return left ? tr("%1 · at most %2").arg(epoch, durationText(*left)) : epoch;
}

QString TrainingDialog::offerText() const {
    const auto& validation = presenter_.offer()->trained.validation;
    if (!validation)
        return tr("Done. This codebook could not be measured.");
    const QString trained = scoreText(validation->trained);
    QString text = validation->baseline
                       ? tr("Validation mAP: %1 with the codebook in use, %2 with the new one.")
                             .arg(scoreText(*validation->baseline), trained)
                       : tr("Validation mAP: %1.").arg(trained);
    if (const auto& best = presenter_.offer()->best)
        text += QLatin1Char(' ') + tr("Best cross-validated: %1.").arg(scoreText(best->map));
    const auto& folds = presenter_.offer()->folds;
    if (!folds.empty()) {
        double sum = 0;
        for (const double map : folds)
            sum += map;
        text += QLatin1Char(' ') +
                tr("Cross-validated: %1.").arg(scoreText(sum / static_cast<double>(folds.size())));
    }
    return text;
}

void TrainingDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QDialog::changeEvent(event);
}

void TrainingDialog::restyle() {
    const ThemeColors& colors = Theme::colors();
    for (CurveChart* chart : {loss_, validation_})
        chart->setColors({colors.panel,
                          colors.workspace,
                          colors.text,
                          colors.muted,
                          colors.border,
                          {colors.accent, colors.warning}});
}

void TrainingDialog::retranslate() {
    setWindowTitle(tr("Train a codebook"));
    // With a style sheet in force a new application font reaches no widget by itself.
    QFont inLanguage = font();
    inLanguage.setFamilies(QApplication::font().families());
    setFont(inLanguage);
    restyle();
    loss_->setTitle(tr("Loss by epoch"));
    validation_->setTitle(tr("Validation mAP by epoch"));
    progress_->setAccessibleName(tr("Progress of the training"));
    start_->setText(tr("Start"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Ends now and offers the best so far"));
    use_->setText(tr("Use it"));
    discard_->setText(tr("Discard"));
    close_->setText(tr("Close"));
    showState();
}

} // namespace likeness::ui
