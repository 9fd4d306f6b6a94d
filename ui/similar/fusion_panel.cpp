// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/fusion_panel.h"

#include "ui/shared/formats.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>

#include <cmath>

namespace likeness::ui {

FusionPanel::FusionPanel(SimilarPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      rows_{makeRow("weightWhole"), makeRow("weightRegion"), makeRow("weightPart")},
      fusionTitle_(new QLabel(this)),
      fusion_(new QComboBox(this)) {
    setObjectName(QStringLiteral("fusionPanel"));
    fusion_->setObjectName(QStringLiteral("fusionMethod"));
    fusionTitle_->setProperty("muted", true);
    fusion_->addItems({{}, {}}); // in the order of Fusion
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    for (int i = 0; i < 3; ++i) {
        const Row& row = rows_[static_cast<std::size_t>(i)];
        layout->addWidget(row.title, i, 0);
        layout->addWidget(row.slider, i, 1);
        layout->addWidget(row.share, i, 2);
    }
    layout->addWidget(fusionTitle_, 3, 0);
    layout->addWidget(fusion_, 3, 1, 1, 2);
    connect(fusion_, &QComboBox::currentIndexChanged, this, [this](int choice) {
        SearchManner manner = presenter_.manner();
        manner.fusion = static_cast<Fusion>(choice);
        presenter_.setManner(manner);
    });
    connect(&presenter_, &SimilarPresenter::stateChanged, this, &FusionPanel::showManner);
    retranslate();
    showManner();
}

FusionPanel::Row FusionPanel::makeRow(const char* name) {
    const Row row{new QLabel(this), new QSlider(Qt::Horizontal, this), new QLabel(this)};
    row.title->setProperty("muted", true);
    row.slider->setObjectName(QLatin1String(name));
    row.slider->setRange(0, 100);
    row.share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(row.slider, &QSlider::valueChanged, this, &FusionPanel::takeWeights);
    return row;
}

void FusionPanel::takeWeights() {
    const auto weight = [this](std::size_t row) { return rows_[row].slider->value() / 100.0; };
    SearchManner manner = presenter_.manner();
    manner.weights = {weight(0), weight(1), weight(2)};
    presenter_.setManner(manner);
}

/// Sliders are weights, which count by their ratios; beside them stand the shares that come of it.
void FusionPanel::showManner() {
    const auto& [global, region, part] = presenter_.manner().weights;
    const double sum = global + region + part;
    const std::array weights{global, region, part};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const QSignalBlocker quiet(rows_[i].slider);
        rows_[i].slider->setValue(static_cast<int>(std::lround(weights[i] * 100)));
        rows_[i].share->setText(percentText(sum > 0 ? weights[i] / sum : 0));
    }
    const QSignalBlocker quiet(fusion_);
    fusion_->setCurrentIndex(static_cast<int>(presenter_.manner().fusion));
}

void FusionPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FusionPanel::retranslate() {
    const std::array titles{tr("Whole"), tr("Region"), tr("Part")};
    const std::array names{tr("Weight of the whole photo"), tr("Weight of the region"),
                           tr("Weight of the parts")};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i].title->setText(titles[i]);
        rows_[i].slider->setAccessibleName(names[i]);
        rows_[i].slider->setToolTip(names[i]);
        rows_[i].share->setMinimumWidth(fontMetrics().horizontalAdvance(percentText(1)) + 4);
    }
    fusionTitle_->setText(tr("By"));
    fusion_->setItemText(0, tr("Weighted mean"));
    fusion_->setItemText(1, tr("Concatenated codes"));
    fusion_->setAccessibleName(tr("How whole photo, region and parts are put together"));
    showManner();
}

} // namespace likeness::ui
