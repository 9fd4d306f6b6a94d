// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/svg_chart.h"

#include <QColor>
#include <QWidget>

#include <memory>
#include <vector>

namespace likeness::ui {

/// A chart of an experiment, drawn by Qt Charts. Pointing at a point tells its values; touching one is told
/// by a signal. Texts come as they are to be shown.
class ExperimentChartView : public QWidget {
    Q_OBJECT

public:
    struct Colors {
        QColor ground;
        QColor text;
        QColor muted; // numbers at the axes
        QColor grid;
        std::vector<QColor> series; // used in turn
    };

    explicit ExperimentChartView(QWidget* parent = nullptr);
    ~ExperimentChartView() override;

    void setColors(const Colors& colors);
    void show(const SvgChart& chart);
    using QWidget::show;
    const SvgChart& chart() const { return chart_; }

Q_SIGNALS:
    void touched(int series, int point);

private:
    struct Parts;
    void draw();
    void addLines(int number);
    void addBars();
    void addAxes();
    void colour();
    void tell(const QString& name, double x, double y);

    SvgChart chart_;
    Colors colors_;
    std::unique_ptr<Parts> parts_;
};

} // namespace likeness::ui
