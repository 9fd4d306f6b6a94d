// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/experiment_chart_view.h"

#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QLogValueAxis>
#include <QScatterSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace likeness::ui {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

Qt::PenStyle penStyle(int number) {
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return styles[number % 4];
}

} // namespace

struct ExperimentChartView::Parts {
    QChartView* view;
    QAbstractAxis* x = nullptr;
    QValueAxis* y = nullptr;
};

ExperimentChartView::ExperimentChartView(QWidget* parent)
    : QWidget(parent), parts_(std::make_unique<Parts>(Parts{new QChartView(this)})) {
    parts_->view->setRenderHint(QPainter::Antialiasing);
    parts_->view->setFrameShape(QFrame::NoFrame);
    parts_->view->setFocusPolicy(Qt::NoFocus);
    setMinimumSize(320, 220);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts_->view);
}

ExperimentChartView::~ExperimentChartView() = default;

void ExperimentChartView::setColors(const Colors& colors) {
    colors_ = colors;
    draw();
}

void ExperimentChartView::show(const SvgChart& chart) {
    chart_ = chart;
    setAccessibleName(text(chart.title));
    draw();
}

/// A chart is made anew: series come and go with each run.
void ExperimentChartView::draw() {
    if (colors_.series.empty())
        return;
    auto* chart = new QChart;
    const std::unique_ptr<QChart> former(parts_->view->chart());
    parts_->view->setChart(chart);
    parts_->x = nullptr;
    parts_->y = new QValueAxis(chart);
    chart->setTitle(text(chart_.title));
    chart->setMargins(QMargins(8, 4, 8, 4));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(6);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setVisible(chart_.series.size() > 1);
    addAxes();
    if (chart_.kind == SvgChart::Kind::Bars)
        addBars();
    else
        for (int i = 0; i < std::ssize(chart_.series); ++i)
            addLines(i);
    colour();
}

void ExperimentChartView::addAxes() {
    QChart* chart = parts_->view->chart();
    double high = chart_.highest;
    double first = 1e300;
    double last = -1e300;
    for (const SvgSeries& series : chart_.series)
        for (const auto& [x, y] : series.points) {
            high = std::max(high, y);
            first = std::min(first, x);
            last = std::max(last, x);
        }
    constexpr double step = .05;
    parts_->y->setRange(chart_.lowest, std::ceil(high / step - 1e-9) * step);
    parts_->y->setTickCount(6);
    parts_->y->setLabelFormat(QStringLiteral("%.2f"));
    if (!chart_.categories.empty()) {
        auto* axis = new QBarCategoryAxis(chart);
        for (const std::string& category : chart_.categories)
            axis->append(text(category));
        parts_->x = axis;
    } else if (chart_.xScale == SvgChart::Scale::Logarithmic) {
        auto* axis = new QLogValueAxis(chart);
        axis->setBase(10);
        axis->setLabelFormat(QStringLiteral("%g"));
        axis->setRange(std::pow(10, std::floor(std::log10(std::max(1e-6, first)))), std::max(last, 1e-5));
        parts_->x = axis;
    } else {
        auto* axis = new QValueAxis(chart);
        const bool isShare = first >= 0 && last <= 1;
        axis->setRange(isShare ? 0 : first, isShare ? 1 : last);
        axis->setTickCount(6);
        axis->setLabelFormat(QStringLiteral("%.2g"));
        parts_->x = axis;
    }
    parts_->x->setTitleText(text(chart_.xTitle));
    parts_->y->setTitleText(text(chart_.yTitle));
    chart->addAxis(parts_->x, Qt::AlignBottom);
    chart->addAxis(parts_->y, Qt::AlignLeft);
}

void ExperimentChartView::addLines(int number) {
    const SvgSeries& points = chart_.series[static_cast<std::size_t>(number)];
    const bool isLine = chart_.kind == SvgChart::Kind::Lines;
    QChart* chart = parts_->view->chart();
    const QColor color = colors_.series[static_cast<std::size_t>(number) % colors_.series.size()];
    auto* series = isLine ? new QLineSeries(chart) : static_cast<QXYSeries*>(new QScatterSeries(chart));
    series->setName(text(points.name));
    for (const auto& [x, y] : points.points)
        series->append(chart_.xScale == SvgChart::Scale::Logarithmic ? std::max(x, 1e-6) : x, y);
    series->setPen(QPen(color, 2, isLine ? penStyle(number) : Qt::SolidLine));
    series->setColor(color);
    series->setPointsVisible(!isLine || points.points.size() < 60);
    chart->addSeries(series);
    series->attachAxis(parts_->x);
    series->attachAxis(parts_->y);
    connect(series, &QXYSeries::hovered, this, [this, series](const QPointF& point, bool isIn) {
        if (isIn)
            tell(series->name(), point.x(), point.y());
        else
            QToolTip::hideText();
    });
    connect(series, &QXYSeries::clicked, this, [this, number](const QPointF& at) {
        const auto& all = chart_.series[static_cast<std::size_t>(number)].points;
        const auto distance = [&at](const std::pair<double, double>& point) {
            return std::hypot(point.first - at.x(), point.second - at.y());
        };
        const auto nearest = std::ranges::min_element(all, {}, distance);
        Q_EMIT touched(number, static_cast<int>(nearest - all.begin()));
    });
}

void ExperimentChartView::addBars() {
    QChart* chart = parts_->view->chart();
    auto* bars = new QBarSeries(chart);
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
        auto* set = new QBarSet(text(chart_.series[i].name), bars);
        for (std::size_t category = 0; category < chart_.categories.size(); ++category)
            set->append(0);
        for (const auto& [x, y] : chart_.series[i].points)
            set->replace(static_cast<int>(x), y);
        set->setColor(colors_.series[i % colors_.series.size()]);
        set->setBorderColor(colors_.series[i % colors_.series.size()]);
        bars->append(set);
    }
    chart->addSeries(bars);
    bars->attachAxis(parts_->x);
    bars->attachAxis(parts_->y);
    connect(bars, &QBarSeries::hovered, this, [this](bool isIn, int index, const QBarSet* set) {
        if (isIn)
            tell(set->label(), index, set->at(index));
        else
            QToolTip::hideText();
    });
}

void ExperimentChartView::tell(const QString& name, double x, double y) {
    const QString at = chart_.categories.empty()
                           ? QLocale().toString(x, 'g', 3)
                           : text(chart_.categories[static_cast<std::size_t>(std::clamp<double>(
                                 std::round(x), 0, static_cast<double>(chart_.categories.size() - 1)))]);
    QToolTip::showText(
        QCursor::pos(),
        QStringLiteral("%1\n%2 %3\n%4 %5")
            .arg(name, text(chart_.xTitle), at, text(chart_.yTitle), QLocale().toString(y, 'f', 3)),
        this);
}

void ExperimentChartView::colour() {
    QChart* chart = parts_->view->chart();
    parts_->view->setBackgroundBrush(colors_.ground);
    chart->setBackgroundBrush(colors_.ground);
    QFont heading = QApplication::font();
    heading.setWeight(QFont::DemiBold);
    chart->setTitleFont(heading);
    chart->setTitleBrush(colors_.text);
    chart->legend()->setLabelColor(colors_.text);
    chart->legend()->setFont(QApplication::font());
    for (QAbstractAxis* axis : {parts_->x, static_cast<QAbstractAxis*>(parts_->y)}) {
        axis->setLabelsFont(QApplication::font());
        axis->setTitleFont(QApplication::font());
        axis->setLabelsColor(colors_.muted);
        axis->setTitleBrush(colors_.text);
        axis->setGridLineColor(colors_.grid);
        axis->setLinePenColor(colors_.grid);
    }
}

} // namespace likeness::ui
