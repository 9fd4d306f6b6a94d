// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_chart.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLocale>
#include <QPen>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::ui {

/// Owned by the view, but for the view itself.
struct CurveChart::Chart {
    QChartView* view;
    QChart* chart;
    QList<QLineSeries*> series;
    QValueAxis* epochs;
    QValueAxis* values;
};

CurveChart::CurveChart(int curves, QWidget* parent) : QWidget(parent) {
    auto* chart = new QChart;
    auto* view = new QChartView(chart, this);
    chart_ = std::make_unique<Chart>(Chart{view, chart, {}, new QValueAxis(view), new QValueAxis(view)});
    chart->addAxis(chart_->epochs, Qt::AlignBottom);
    chart->addAxis(chart_->values, Qt::AlignLeft);
    for (int i = 0; i < curves; ++i) {
        auto* series = new QLineSeries(chart);
        chart->addSeries(series);
        series->attachAxis(chart_->epochs);
        series->attachAxis(chart_->values);
        chart_->series.append(series);
    }
    chart->setMargins(QMargins(4, 4, 4, 4));
    chart->setBackgroundRoundness(6);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    chart_->epochs->setLabelFormat(QStringLiteral("%d"));
    chart_->values->setLabelFormat(QStringLiteral("%.2f"));
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    setMinimumSize(360, 190);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    fitAxes();
}

CurveChart::~CurveChart() = default;

void CurveChart::setTitle(const QString& title) {
    chart_->chart->setTitle(title);
    setAccessibleName(title);
}

void CurveChart::setCurves(std::vector<Curve> curves) {
    curves_ = std::move(curves);
    QStringList newest;
    for (qsizetype i = 0; i < chart_->series.size(); ++i) {
        const Curve& curve = curves_[static_cast<std::size_t>(i)];
        QLineSeries* series = chart_->series.at(i);
        series->setName(curve.name);
        series->replace(curve.points);
        for (QLegendMarker* marker : chart_->chart->legend()->markers(series))
            marker->setVisible(!curve.points.isEmpty());
        if (!curve.points.isEmpty())
            newest.append(QStringLiteral("%1: %2").arg(curve.name,
                                                       QLocale().toString(curve.points.back().y(), 'f', 3)));
    }
    setAccessibleDescription(newest.join(QStringLiteral(", ")));
    fitAxes();
}

/// Room for what is there, with whole tens of epochs.
void CurveChart::fitAxes() {
    constexpr double step = 10;
    double last = step;
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const Curve& curve : curves_)
        for (const QPointF& point : curve.points) {
            last = std::max(last, std::ceil(point.x() / step) * step);
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    chart_->epochs->setRange(0, last);
    chart_->epochs->setTickCount(static_cast<int>(last / step) + 1);
    const bool isEmpty = low > high;
    const double room = isEmpty ? 0 : std::max(.02, (high - low) * .1);
    chart_->values->setRange(isEmpty ? 0 : std::max(0.0, low - room), isEmpty ? 1 : high + room);
    chart_->values->setTickCount(4);
}

void CurveChart::setColors(const Colors& colors) {
    chart_->view->setBackgroundBrush(colors.ground);
    chart_->chart->setBackgroundBrush(colors.plot);
    QFont text = QApplication::font();
    text.setPointSizeF(text.pointSizeF() * .9);
    QFont heading = QApplication::font();
    heading.setWeight(QFont::DemiBold);
    chart_->chart->setTitleFont(heading);
    chart_->chart->setTitleBrush(colors.text);
    chart_->chart->legend()->setLabelColor(colors.text);
    chart_->chart->legend()->setFont(text);
    for (QValueAxis* axis : {chart_->epochs, chart_->values}) {
        axis->setLabelsFont(text);
        axis->setLabelsColor(colors.muted);
        axis->setGridLineColor(colors.grid);
        axis->setLinePenColor(colors.grid);
    }
    for (qsizetype i = 0; i < chart_->series.size(); ++i)
        chart_->series.at(i)->setPen(QPen(colors.curves[static_cast<std::size_t>(i) % colors.curves.size()],
                                          2, i == 0 ? Qt::SolidLine : Qt::DashLine));
}

} // namespace likeness::ui
