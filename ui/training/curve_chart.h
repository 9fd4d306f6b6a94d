// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace likeness::ui {

/// Curves over epochs, drawn as they grow. The first is solid, the others are dashed, so that they are told
/// apart without colours. The only part of the window that knows Qt Charts.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    struct Curve {
        QString name;
        QList<QPointF> points; // epoch and value
    };

    struct Colors {
        QColor ground;
        QColor plot;
        QColor text;
        QColor muted; // numbers at the axes
        QColor grid;
        std::vector<QColor> curves; // used in turn
    };

    explicit CurveChart(int curves, QWidget* parent = nullptr);
    ~CurveChart() override;

    void setTitle(const QString& title);
    /// In the font that the application has now.
    void setColors(const Colors& colors);
    /// As many as the chart was made for; one without points has no legend.
    void setCurves(std::vector<Curve> curves);
    const std::vector<Curve>& curves() const { return curves_; }

private:
    struct Chart;
    void fitAxes();
    void fitValues(double low, double high);
    void showLegend();

    std::vector<Curve> curves_;
    std::unique_ptr<Chart> chart_;
};

} // namespace likeness::ui
