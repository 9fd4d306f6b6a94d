// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_chart.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegend>
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
    QLabel* legend;
    Colors colors;
};

CurveChart::CurveChart(int curves, QWidget* parent) : QWidget(parent) {
    auto* chart = new QChart;
    auto* view = new QChartView(chart, this);
    chart_ = std::make_unique<Chart>(
        Chart{view, chart, {}, new QValueAxis(view), new QValueAxis(view), new QLabel(this), {}});
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
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide(); // its texts don't follow curves that come and go
    chart_->epochs->setLabelFormat(QStringLiteral("%d"));
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    setMinimumSize(360, 190);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(view, 1);
    layout->addWidget(chart_->legend, 0, Qt::AlignHCenter);
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
        series->replace(curve.points);
        if (!curve.points.isEmpty())
            newest.append(QStringLiteral("%1: %2").arg(curve.name,
                                                       QLocale().toString(curve.points.back().y(), 'f', 3)));
    }
    setAccessibleDescription(newest.join(QStringLiteral(", ")));
    fitAxes();
    showLegend();
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
    fitValues(low > high ? 0 : low, low > high ? 1 : high);
}

/// Round numbers at the axis: about three steps of 1, 2 or 5 times a power of ten.
void CurveChart::fitValues(double low, double high) {
    const double rough = std::max(high - low, .02) / 3;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = power * 10;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough)
            step = factor * power;
    const double first = std::floor(low / step) * step;
    const double last = std::max(std::ceil(high / step) * step, first + step);
    chart_->values->setRange(first, last);
    chart_->values->setTickCount(static_cast<int>(std::lround((last - first) / step)) + 1);
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    chart_->values->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
}

void CurveChart::showLegend() {
    QStringList entries;
    for (std::size_t i = 0; i < curves_.size() && !chart_->colors.curves.empty(); ++i)
        if (!curves_[i].points.isEmpty())
            entries.append(QStringLiteral("<span style='color:%1'><b>%2</b></span> %3")
                               .arg(chart_->colors.curves[i % chart_->colors.curves.size()].name(),
                                    i == 0 ? QStringLiteral("——") : QStringLiteral("– –"),
                                    curves_[i].name.toHtmlEscaped()));
    chart_->legend->setText(entries.join(QStringLiteral(" &nbsp; &nbsp; ")));
}

void CurveChart::setColors(const Colors& colors) {
    chart_->colors = colors;
    chart_->view->setBackgroundBrush(colors.ground);
    chart_->chart->setBackgroundBrush(colors.plot);
    QFont text = QApplication::font();
    text.setPointSizeF(text.pointSizeF() * .9);
    QFont heading = QApplication::font();
    heading.setWeight(QFont::DemiBold);
    chart_->chart->setTitleFont(heading);
    chart_->chart->setTitleBrush(colors.text);
    for (QValueAxis* axis : {chart_->epochs, chart_->values}) {
        axis->setLabelsFont(text);
        axis->setLabelsColor(colors.muted);
        axis->setGridLineColor(colors.grid);
        axis->setLinePenColor(colors.grid);
    }
    for (qsizetype i = 0; i < chart_->series.size(); ++i)
        chart_->series.at(i)->setPen(QPen(colors.curves[static_cast<std::size_t>(i) % colors.curves.size()],
                                          2, i == 0 ? Qt::SolidLine : Qt::DashLine));
    showLegend();
}

} // namespace likeness::ui
