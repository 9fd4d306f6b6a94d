// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/quality_form.h"

#include "core/evaluation/dataset.h"
#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness::ui {
namespace {

constexpr int robustnessQueries = 20;
constexpr int spacing = 8;

QLabel* makeTitle(QWidget* parent) {
    auto* label = new QLabel(parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

} // namespace

QualityForm::QualityForm(QualityPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      labelsTitle_(makeTitle(this)),
      labels_(new QComboBox(this)),
      datasetText_(new QLabel(this)),
      methodsTitle_(makeTitle(this)),
      bitsTitle_(makeTitle(this)),
      granularityTitle_(makeTitle(this)),
      baselinesTitle_(makeTitle(this)),
      keptTitle_(makeTitle(this)),
      robustness_(new QCheckBox(this)),
      start_(new QPushButton(this)),
      pause_(new QPushButton(this)),
      cancel_(new QPushButton(this)),
      progress_(new QProgressBar(this)),
      doing_(new QLabel(this)),
      kept_(new QComboBox(this)),
      beside_(new QPushButton(this)),
      remove_(new QPushButton(this)) {
    setObjectName(QStringLiteral("qualityForm"));
    labels_->setObjectName(QStringLiteral("qualityLabels"));
    start_->setObjectName(QStringLiteral("qualityStart"));
    pause_->setObjectName(QStringLiteral("qualityPause"));
    cancel_->setObjectName(QStringLiteral("qualityCancel"));
    progress_->setObjectName(QStringLiteral("qualityProgress"));
    kept_->setObjectName(QStringLiteral("qualityKept"));
    robustness_->setObjectName(QStringLiteral("qualityRobustness"));
    start_->setDefault(true);
    datasetText_->setWordWrap(true);
    doing_->setWordWrap(true);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeChoices());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton* button : {start_, pause_, cancel_})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(spacing);
    layout->addWidget(scroll, 1);
    layout->addWidget(progress_);
    layout->addWidget(doing_);
    layout->addLayout(buttons);
    connect(labels_, &QComboBox::activated, this, [this] {
        if (labels_->currentData().toString() == QLatin1String("dataset"))
            chooseDataset();
        showDataset();
    });
    connect(start_, &QPushButton::clicked, this, [this] {
        if (presenter_.state() == QualityPresenter::State::Paused)
            presenter_.resume();
        else
            presenter_.start(options());
    });
    connect(pause_, &QPushButton::clicked, &presenter_, &QualityPresenter::pause);
    connect(cancel_, &QPushButton::clicked, &presenter_, &QualityPresenter::cancel);
    connect(kept_, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            presenter_.showKept(kept_->currentData().toLongLong(), QualityPresenter::Show::Alone);
    });
    connect(beside_, &QPushButton::clicked, this, [this] {
        presenter_.showKept(kept_->currentData().toLongLong(), QualityPresenter::Show::Beside);
    });
    connect(remove_, &QPushButton::clicked, this,
            [this] { presenter_.removeKept(kept_->currentData().toLongLong()); });
    connect(&presenter_, &QualityPresenter::changed, this, &QualityForm::showState);
    connect(&presenter_, &QualityPresenter::progressed, this, [this] {
        progress_->setValue(static_cast<int>(presenter_.share() * 1000));
        doing_->setText(presenter_.doing());
    });
    retranslate();
}

QWidget* QualityForm::makeChoices() {
    auto* choices = new QWidget(this);
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, spacing, 0);
    layout->setSpacing(spacing);
    layout->addWidget(labelsTitle_);
    layout->addWidget(labels_);
    layout->addWidget(datasetText_);
    layout->addWidget(methodsTitle_);
    addChecks(layout, methods_, experimentMethods(), 2);
    layout->addWidget(bitsTitle_);
    addChecks(layout, bits_, {"32", "64", "128", "256", "512"}, 3);
    layout->addWidget(granularityTitle_);
    addChecks(layout, granularities_, {"global", "region", "part", "fused"}, 2);
    layout->addWidget(baselinesTitle_);
    addChecks(layout, baselines_, experimentBaselines(), 2);
    layout->addWidget(robustness_);
    layout->addSpacing(spacing);
    layout->addWidget(keptTitle_);
    layout->addWidget(kept_);
    auto* row = new QHBoxLayout;
    row->addWidget(beside_);
    row->addWidget(remove_);
    layout->addLayout(row);
    layout->addStretch(1);
    for (const auto& [check, name] : granularities_)
        check->setChecked(name == "global");
    for (const auto& [check, name] : bits_)
        check->setChecked(name == "64" || name == "256");
    kept_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return choices;
}

void QualityForm::addChecks(QLayout* layout, Checks& checks, const std::vector<std::string>& names,
                            int columns) {
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (const std::string& name : names) {
        auto* check = new QCheckBox(this);
        check->setObjectName(QStringLiteral("quality-%1").arg(QString::fromStdString(name)));
        const int number = static_cast<int>(checks.size());
        grid->addWidget(check, number / columns, number % columns);
        checks.emplace_back(check, name);
    }
    static_cast<QVBoxLayout*>(layout)->addLayout(grid);
}

std::vector<std::string> QualityForm::checked(const Checks& checks) {
    std::vector<std::string> names;
    for (const auto& [check, name] : checks)
        if (check->isChecked())
            names.push_back(name);
    return names;
}

ExperimentOptions QualityForm::options() const {
    ExperimentOptions options;
    const std::string labels = labels_->currentData().toString().toStdString();
    if (labels == "dataset")
        options.dataset = dataset_.toStdString();
    else
        options.labels = labels;
    options.methods = checked(methods_);
    options.bits.clear();
    for (const std::string& bits : checked(bits_))
        options.bits.push_back(std::stoi(bits));
    options.granularities = checked(granularities_);
    if (!options.methods.empty())
        options.ranks = {"codes"};
    options.baselines = checked(baselines_);
    options.robustnessQueries = robustness_->isChecked() ? robustnessQueries : 0;
    return options;
}

void QualityForm::chooseDataset() {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose a labelled data set"));
    if (!chosen.isEmpty())
        dataset_ = chosen;
    else if (dataset_.isEmpty())
        labels_->setCurrentIndex(0);
}

/// What was recognised, before anything runs.
void QualityForm::showDataset() {
    const bool isDataset = labels_->currentData().toString() == QLatin1String("dataset");
    datasetText_->setVisible(isDataset);
    if (!isDataset || dataset_.isEmpty())
        return;
    const auto dataset = readDataset(toPath(dataset_));
    if (!dataset) {
        datasetText_->setText(translatedError(dataset.error()));
        return;
    }
    const DatasetSummary summary = summaryOf(*dataset);
    const auto layout = layoutName(summary.layout);
    QStringList lines{
        tr("Layout: %1").arg(QString::fromUtf8(layout.data(), static_cast<qsizetype>(layout.size()))),
        tr("%1 photos, %2 classes, %3 boxes")
            .arg(QLocale().toString(static_cast<qlonglong>(summary.photos)),
                 QLocale().toString(static_cast<qlonglong>(summary.classes.back())),
                 QLocale().toString(static_cast<qlonglong>(summary.boxes))),
        tr("Its photos have to be in this library.")};
    constexpr qsizetype mostLines = 6;
    for (const std::string& warning : summary.warnings)
        if (lines.size() < mostLines)
            lines.append(QString::fromStdString(warning));
    datasetText_->setText(lines.join(QLatin1Char('\n')));
}

void QualityForm::showState() {
    using State = QualityPresenter::State;
    const State state = presenter_.state();
    const bool isRunning = state != State::Ready;
    start_->setText(state == State::Paused ? tr("Resume") : tr("Run"));
    start_->setEnabled(state == State::Paused || presenter_.canStart());
    pause_->setText(tr("Pause"));
    pause_->setEnabled(state == State::Running);
    cancel_->setText(tr("Cancel"));
    cancel_->setEnabled(state == State::Running || state == State::Paused);
    progress_->setVisible(isRunning);
    doing_->setVisible(isRunning || presenter_.error().has_value());
    if (!isRunning && presenter_.error())
        doing_->setText(translatedError(*presenter_.error()));
    showKept();
}

void QualityForm::showKept() {
    const QVariant current = kept_->currentData();
    kept_->clear();
    kept_->addItem(presenter_.kept().empty() ? tr("None yet") : tr("Choose one"));
    for (const KeptExperiment& one : presenter_.kept())
        kept_->addItem(
            QStringLiteral("%1 · %2").arg(
                QLocale().toString(QDateTime::fromSecsSinceEpoch(one.madeAt), QLocale::ShortFormat),
                QString::fromStdString(one.title)),
            QVariant::fromValue<qlonglong>(one.id));
    kept_->setCurrentIndex(std::max(0, kept_->findData(current)));
    const bool isChosen = kept_->currentIndex() > 0;
    beside_->setEnabled(isChosen && presenter_.state() == QualityPresenter::State::Ready);
    remove_->setEnabled(isChosen);
}

void QualityForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QualityForm::retranslate() {
    labelsTitle_->setText(tr("What counts as the same"));
    methodsTitle_->setText(tr("Hash methods"));
    methodsTitle_->setToolTip(
        tr("Trained on one half of the photos, tested on the other; none: the codes in use"));
    bitsTitle_->setText(tr("Code lengths, bits"));
    granularityTitle_->setText(tr("Granularities"));
    baselinesTitle_->setText(tr("Compare with"));
    robustness_->setText(tr("Robustness: corrupted queries"));
    keptTitle_->setText(tr("Earlier evaluations"));
    beside_->setText(tr("Add to charts"));
    remove_->setText(tr("Forget"));
    const int chosen = std::max(0, labels_->currentIndex());
    labels_->clear();
    for (const auto& [text, name] :
         {std::pair{tr("Folders"), "folders"}, std::pair{tr("Tags"), "tags"},
          std::pair{tr("Verdicts"), "verdicts"}, std::pair{tr("Boxes, YOLO"), "yolo"},
          std::pair{tr("Boxes, COCO"), "coco"}, std::pair{tr("A data set…"), "dataset"}})
        labels_->addItem(text, QString::fromLatin1(name));
    labels_->setCurrentIndex(chosen);
    const std::vector<QString> granularities{tr("Whole photo"), tr("Region"), tr("Part"), tr("Fused")};
    for (std::size_t i = 0; i < granularities_.size(); ++i)
        granularities_[i].first->setText(granularities[i]);
    const std::vector<QString> baselines{tr("Colour (HSV)"), tr("Texture (LBP)"), tr("Shape (HOG)"),
                                         tr("pHash"), tr("Small CNN")};
    for (std::size_t i = 0; i < baselines_.size(); ++i)
        baselines_[i].first->setText(baselines[i]);
    const std::vector<QString> methods{tr("Deep"), tr("ITQ"), tr("LSH"),
                                       tr("QH"),   tr("CH"),  tr("Deep, no labels")};
    for (std::size_t i = 0; i < methods_.size(); ++i)
        methods_[i].first->setText(methods[i]);
    for (const auto& [check, name] : bits_)
        check->setText(QString::fromStdString(name));
    showDataset();
    showState();
}

} // namespace likeness::ui
