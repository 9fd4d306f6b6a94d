// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/results_header.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace likeness::ui {

ResultsHeader::ResultsHeader(SimilarPresenter& presenter, MethodPresenter& method, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      count_(new QLabel(this)),
      total_(new QLabel(this)),
      histogram_(new ScoreHistogram(this)),
      atLeast_(new QLabel(this)),
      threshold_(new QSlider(Qt::Horizontal, this)),
      percent_(new QLabel(this)),
      method_(new MethodMenu(method, this)),
      restriction_(new RestrictionButton(presenter, this)),
      chips_(new ChipBar(this)),
      asList_(new QAction(this)),
      busy_(new QProgressBar(this)) {
    makeParts();
    layOut();
    threshold_->setRange(0, 100);
    threshold_->setValue(static_cast<int>(std::lround(presenter.results().threshold() * 100)));
    connect(threshold_, &QSlider::valueChanged, this,
            [this](int percent) { presenter_.setThreshold(percent / 100.0); });
    connect(histogram_, &ScoreHistogram::thresholdPicked, this, [this](double similarity) {
        threshold_->setValue(static_cast<int>(std::lround(similarity * 100)));
    });
    connect(&presenter_, &SimilarPresenter::resultsChanged, this, &ResultsHeader::showResults);
    const auto showChips = [this] { chips_->setChips(restriction_->chips()); };
    connect(restriction_, &RestrictionButton::changed, this, showChips);
    showChips();
    connect(&presenter_, &SimilarPresenter::busyChanged, this,
            [this] { busy_->setVisible(presenter_.isBusy()); });
    retranslate();
}

void ResultsHeader::makeParts() {
    count_->setObjectName(QStringLiteral("resultCount"));
    threshold_->setObjectName(QStringLiteral("threshold"));
    percent_->setObjectName(QStringLiteral("thresholdPercent"));
    busy_->setObjectName(QStringLiteral("searchProgress"));
    count_->setProperty("heading", true);
    percent_->setProperty("heading", true);
    total_->setProperty("muted", true);
    atLeast_->setProperty("muted", true);
    atLeast_->setBuddy(threshold_);
    asList_->setObjectName(QStringLiteral("resultsAsList"));
    asList_->setShortcut(QKeySequence(Qt::Key_G));
    asList_->setCheckable(true);
    threshold_->setFixedWidth(96);
    percent_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    busy_->setRange(0, 0);
    busy_->setTextVisible(false);
    QSizePolicy keepsItsPlace = busy_->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    busy_->setSizePolicy(keepsItsPlace);
    busy_->hide();
}

void ResultsHeader::layOut() {
    auto* facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(count_);
    facts->addWidget(total_);
    facts->addStretch(1);
    facts->addWidget(restriction_);
    facts->addWidget(method_);
    auto* asList = new QToolButton(this);
    asList->setObjectName(QStringLiteral("resultsAsListButton"));
    asList->setProperty("flat", true);
    asList->setDefaultAction(asList_);
    asList->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* threshold = new QHBoxLayout;
    threshold->setSpacing(8);
    threshold->addWidget(histogram_, 1);
    threshold->addWidget(atLeast_);
    threshold->addWidget(threshold_);
    threshold->addWidget(percent_);
    threshold->addWidget(asList);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 0);
    layout->setSpacing(4);
    layout->addLayout(facts);
    layout->addWidget(chips_);
    layout->addLayout(threshold);
    layout->addWidget(busy_);
}

void ResultsHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResultsHeader::retranslate() {
    atLeast_->setText(tr("at least"));
    asList_->setIcon(themedIcon(QStringLiteral("list")));
    asList_->setText(tr("Results as a list"));
    asList_->setToolTip(tr("Results as a list with columns, or as a grid"));
    threshold_->setAccessibleName(tr("Least similarity shown"));
    threshold_->setToolTip(tr("Least similarity shown"));
    histogram_->setAccessibleName(tr("How similar the nearest photos are"));
    histogram_->setToolTip(tr("How similar the nearest photos are; click to set the threshold"));
    busy_->setAccessibleName(tr("Searching"));
    percent_->setFixedWidth(fontMetrics().horizontalAdvance(percentText(1)) + 8);
    showResults();
}

void ResultsHeader::showResults() {
    const ResultListModel& results = presenter_.results();
    count_->setText(tr("%n photo(s)", nullptr, results.rowCount()));
    total_->setText(tr("of %1 · %2")
                        .arg(countText(static_cast<qint64>(presenter_.searchedCount())),
                             millisecondsText(presenter_.milliseconds())));
    total_->setVisible(presenter_.hasAnswer());
    histogram_->setBins(presenter_.histogram());
    histogram_->setThreshold(results.threshold());
    percent_->setText(percentText(results.threshold()));
}

} // namespace likeness::ui
