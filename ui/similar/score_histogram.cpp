// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/score_histogram.h"

#include "ui/shared/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace likeness::ui {

ScoreHistogram::ScoreHistogram(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreHistogram::setBins(std::vector<int> bins) {
    bins_ = std::move(bins);
    update();
}

void ScoreHistogram::setThreshold(double similarity) {
    threshold_ = similarity;
    update();
}

void ScoreHistogram::paintEvent(QPaintEvent*) {
    if (bins_.empty())
        return;
    QPainter painter(this);
    const int most = std::max(1, *std::max_element(bins_.begin(), bins_.end()));
    const double step = static_cast<double>(width()) / static_cast<double>(bins_.size());
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        const bool reaches = (static_cast<double>(i) + .5) / static_cast<double>(bins_.size()) >= threshold_;
        // The root keeps a single photo visible beside hundreds.
        const double share = std::sqrt(static_cast<double>(bins_[i]) / most);
        const double bar = bins_[i] > 0 ? std::max(2.0, share * (height() - 2)) : 1.0;
        const QRectF rect(static_cast<double>(i) * step, height() - bar, std::max(1.0, step - 1), bar);
        painter.fillRect(rect, reaches ? Theme::colors().accent : Theme::colors().border);
    }
}

void ScoreHistogram::mousePressEvent(QMouseEvent* event) {
    Q_EMIT thresholdPicked(std::clamp(event->position().x() / width(), 0.0, 1.0));
}

void ScoreHistogram::mouseMoveEvent(QMouseEvent* event) {
    mousePressEvent(event);
}

} // namespace likeness::ui
