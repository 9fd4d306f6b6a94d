// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/quality_workspace.h"

#include "ui/quality/chart_export.h"
#include "ui/shared/error_text.h"
#include "ui/shared/language.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::ui {
namespace {

constexpr int formWidth = 292;

/// Told apart by lightness too, and readable when projected.
std::vector<QColor> seriesColors() {
    const QStringList names =
        Theme::isDark()
            ? QStringList{QStringLiteral("#6ea8fe"), QStringLiteral("#fb923c"), QStringLiteral("#4ade80"),
                          QStringLiteral("#c084fc"), QStringLiteral("#fb7185"), QStringLiteral("#22d3ee"),
                          QStringLiteral("#facc15"), QStringLiteral("#cbd5e1")}
            : QStringList{QStringLiteral("#1f6feb"), QStringLiteral("#c2410c"), QStringLiteral("#15803d"),
                          QStringLiteral("#9333ea"), QStringLiteral("#be123c"), QStringLiteral("#0e7490"),
                          QStringLiteral("#a16207"), QStringLiteral("#4b5563")};
    std::vector<QColor> colors;
    for (const QString& name : names)
        colors.emplace_back(name);
    return colors;
}

} // namespace

QualityWorkspace::QualityWorkspace(QualityPresenter& presenter, ThumbnailLoader& thumbnails, QWidget* parent)
    : Workspace(parent),
      presenter_(presenter),
      form_(new QualityForm(presenter, this)),
      chartChoice_(new QComboBox(this)),
      chart_(new ExperimentChartView(this)),
      touched_(new QLabel(this)),
      useThreshold_(new QPushButton(this)),
      export_(new QToolButton(this)),
      exportChart_(new QAction(this)),
      exportAll_(new QAction(this)),
      figures_(new QTableView(this)),
      failures_(new FailureView(presenter.session(), thumbnails, this)),
      empty_(new EmptyView(QStringLiteral("search"), this)),
      pages_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("qualityView"));
    setAttribute(Qt::WA_StyledBackground);
    form_->setFixedWidth(formWidth);
    pages_->addWidget(empty_);
    pages_->addWidget(makeResults());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(form_);
    pages_->setMinimumWidth(360);
    layout->addWidget(pages_, 1);
    connect(empty_, &EmptyView::buttonClicked, this, [this] { presenter_.start(form_->options()); });
    connect(&presenter_, &QualityPresenter::experimentChanged, this, &QualityWorkspace::showExperiment);
    connect(chartChoice_, &QComboBox::currentIndexChanged, this, &QualityWorkspace::showChart);
    connect(chart_, &ExperimentChartView::touched, this, &QualityWorkspace::takeTouch);
    connect(useThreshold_, &QPushButton::clicked, this, [this] { Q_EMIT thresholdWanted(threshold_); });
    connect(exportChart_, &QAction::triggered, this, &QualityWorkspace::exportChartAs);
    connect(exportAll_, &QAction::triggered, this, &QualityWorkspace::exportAll);
    connect(&presenter_, &QualityPresenter::reportWritten, this,
            [this](const QString& file, const Result<void>& outcome) { tell(outcome, file); });
    connect(figures_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QualityWorkspace::showFailures);
    retranslate();
    colour();
}

QWidget* QualityWorkspace::makeResults() {
    chartChoice_->setObjectName(QStringLiteral("qualityChart"));
    figures_->setObjectName(QStringLiteral("qualityFigures"));
    chart_->setObjectName(QStringLiteral("qualityChartView"));
    figures_->setModel(&table_);
    figures_->setSelectionBehavior(QAbstractItemView::SelectRows);
    figures_->setSelectionMode(QAbstractItemView::SingleSelection);
    figures_->verticalHeader()->hide();
    figures_->setAlternatingRowColors(true);
    figures_->setShowGrid(false);
    figures_->setFrameShape(QFrame::NoFrame);
    export_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(export_);
    menu->addActions({exportChart_, exportAll_});
    export_->setMenu(menu);
    chartChoice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chartChoice_->setMinimumContentsLength(16);
    useThreshold_->hide();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 4);
    bar->addWidget(chartChoice_, 1);
    bar->addWidget(touched_, 1);
    bar->addWidget(useThreshold_);
    bar->addWidget(export_);
    auto* top = new QWidget(this);
    auto* topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->addLayout(bar);
    topLayout->addWidget(chart_, 1);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(top);
    splitter->addWidget(figures_);
    splitter->addWidget(failures_);
    splitter->setSizes({420, 150, 170});
    splitter->setStretchFactor(0, 3);
    return splitter;
}

void QualityWorkspace::showExperiment() {
    const auto& experiment = presenter_.experiment();
    const bool hasRuns = experiment && !experiment->runs.empty();
    pages_->setCurrentIndex(hasRuns ? 1 : 0);
    if (!hasRuns)
        return;
    table_.setRuns(experiment->runs);
    figures_->resizeColumnsToContents();
    charts_ = chartsOf(*experiment, inWindowLanguage);
    const QVariant chosen = chartChoice_->currentData();
    {
        const QSignalBlocker quiet(chartChoice_);
        chartChoice_->clear();
        for (const ExperimentChart& chart : charts_)
            chartChoice_->addItem(QString::fromStdString(chart.chart.title),
                                  QString::fromStdString(chart.id));
        chartChoice_->setCurrentIndex(std::max(0, chartChoice_->findData(chosen)));
    }
    showChart();
    figures_->setCurrentIndex(table_.index(0, 0));
    showFailures();
}

void QualityWorkspace::showChart() {
    const int index = chartChoice_->currentIndex();
    if (index < 0 || index >= std::ssize(charts_))
        return;
    touched_->clear();
    useThreshold_->hide();
    chart_->show(charts_[static_cast<std::size_t>(index)].chart);
}

/// Of the run that is current in the table.
void QualityWorkspace::showFailures() {
    const int row = std::max(0, figures_->currentIndex().row());
    if (row < table_.rowCount())
        failures_->setFailures(table_.runs()[static_cast<std::size_t>(row)].failures);
}

void QualityWorkspace::takeTouch(int series, int point) {
    const auto& chart = charts_[static_cast<std::size_t>(chartChoice_->currentIndex())];
    if (chart.thresholds.empty())
        return;
    threshold_ = chart.thresholds[static_cast<std::size_t>(series)][static_cast<std::size_t>(point)];
    const auto& [recall, precision] =
        chart.chart.series[static_cast<std::size_t>(series)].points[static_cast<std::size_t>(point)];
    const bool isSimilarity = chart.id == "similarity";
    const QString at = isSimilarity ? tr("%1 %").arg(QLocale().toString(100 * threshold_, 'f', 0))
                                    : QLocale().toString(threshold_, 'f', 0);
    touched_->setText(
        tr("Threshold %1: precision %2, recall %3")
            .arg(at, QLocale().toString(precision, 'f', 3), QLocale().toString(recall, 'f', 3)));
    useThreshold_->setVisible(isSimilarity);
}

void QualityWorkspace::exportChartAs() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the chart"), QStringLiteral("chart.png"),
                                     QStringLiteral("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"));
    if (!file.isEmpty())
        tell(exportChart(*chart_, chart_->chart(), file), file);
}

void QualityWorkspace::exportAll() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the report"), QStringLiteral("report.html"),
        QStringLiteral("HTML (*.html);;JSON (*.json);;CSV (*.csv);;PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    touched_->setText(tr("Writing the report…"));
    presenter_.writeReport(file);
}

void QualityWorkspace::tell(const Result<void>& done, const QString& file) {
    touched_->setText(done ? tr("Written: %1").arg(file) : translatedError(done.error()));
}

void QualityWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        colour();
    Workspace::changeEvent(event);
}

void QualityWorkspace::colour() {
    const ThemeColors& colors = Theme::colors();
    chart_->setColors({colors.workspace, colors.text, colors.muted, colors.border, seriesColors()});
}

void QualityWorkspace::retranslate() {
    empty_->setTexts(
        tr("How well does it find?"),
        tr("Choose at the left what counts as the same and what is compared, then run it. Every labelled "
           "photo is searched by once, against all the others."),
        tr("Run"));
    export_->setText(tr("Export"));
    exportChart_->setText(tr("This chart…"));
    exportAll_->setText(tr("Report and figures…"));
    useThreshold_->setText(tr("Use in Similar"));
    chartChoice_->setAccessibleName(tr("Chart"));
    figures_->setAccessibleName(tr("Figures"));
    table_.retranslate();
    showExperiment();
}

} // namespace likeness::ui
