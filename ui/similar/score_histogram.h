// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace likeness::ui {

/// A tiny histogram of similarities, 0 at the left to 100 % at the right; what reaches the threshold is in
/// the accent colour. A click sets the threshold.
class ScoreHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ScoreHistogram(QWidget* parent = nullptr);

    void setBins(std::vector<int> bins);
    void setThreshold(double similarity);
    QSize sizeHint() const override { return {136, 26}; }

Q_SIGNALS:
    void thresholdPicked(double similarity);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    std::vector<int> bins_;
    double threshold_ = 0;
};

} // namespace likeness::ui
