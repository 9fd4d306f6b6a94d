// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/quality_workspace.h"

#include "ui/quality/chart_export.h"
#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_map>

namespace likeness::ui {
namespace {

constexpr int formWidth = 292;

/// Titles and axes come from core in English.
QString translatedChart(const std::string& id) {
    const std::unordered_map<std::string, QString> names{
        {"precision_recall", likeness::ui::QualityWorkspace::tr("Precision and recall by rank")},
        {"similarity", likeness::ui::QualityWorkspace::tr("Precision and recall by similarity")},
        {"radius", likeness::ui::QualityWorkspace::tr("Precision and recall by Hamming radius")},
        {"precision_at_k", likeness::ui::QualityWorkspace::tr("Precision among the first k")},
        {"recall_at_k", likeness::ui::QualityWorkspace::tr("Recall among the first k")},
        {"bits", likeness::ui::QualityWorkspace::tr("mAP by code length")},
        {"time", likeness::ui::QualityWorkspace::tr("mAP against time")},
        {"classes", likeness::ui::QualityWorkspace::tr("mAP of each class")},
        {"histogram", likeness::ui::QualityWorkspace::tr("Scores of matches and non-matches")},
        {"robustness", likeness::ui::QualityWorkspace::tr("Robustness by family")},
        {"severity", likeness::ui::QualityWorkspace::tr("Robustness by severity")}};
    const auto name = names.find(id);
    return name == names.end() ? QString::fromStdString(id) : name->second;
}

std::string translatedAxis(const std::string& axis) {
    const std::unordered_map<std::string, QString> names{
        {"precision", likeness::ui::QualityWorkspace::tr("precision")},
        {"recall", likeness::ui::QualityWorkspace::tr("recall")},
        {"k (rank)", likeness::ui::QualityWorkspace::tr("k (rank)")},
        {"bits", likeness::ui::QualityWorkspace::tr("bits")},
        {"class", likeness::ui::QualityWorkspace::tr("class")},
        {"share", likeness::ui::QualityWorkspace::tr("share")},
        {"family", likeness::ui::QualityWorkspace::tr("family of corruptions")},
        {"severity", likeness::ui::QualityWorkspace::tr("severity")},
        {"relative mAP", likeness::ui::QualityWorkspace::tr("relative mAP")},
        {"similarity in %", likeness::ui::QualityWorkspace::tr("similarity in %")},
        {"matches", likeness::ui::QualityWorkspace::tr("matches")},
        {"non-matches", likeness::ui::QualityWorkspace::tr("non-matches")},
        {"ms per query from outside, without decoding",
         likeness::ui::QualityWorkspace::tr("ms per query from outside, without decoding")}};
    const auto name = names.find(axis);
    return name == names.end() ? axis : name->second.toStdString();
}

SvgChart translated(const ExperimentChart& chart) {
    SvgChart result = chart.chart;
    result.title = translatedChart(chart.id).toStdString();
    result.xTitle = translatedAxis(result.xTitle);
    result.yTitle = translatedAxis(result.yTitle);
    for (SvgSeries& series : result.series)
        series.name = translatedAxis(series.name);
    return result;
}

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
      failuresTitle_(new QLabel(this)),
      failureChoice_(new QComboBox(this)),
      grid_(new ThumbnailGrid(thumbnails, this)),
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
    connect(failureChoice_, &QComboBox::currentIndexChanged, this, &QualityWorkspace::showFailure);
    connect(chart_, &ExperimentChartView::touched, this, &QualityWorkspace::takeTouch);
    connect(useThreshold_, &QPushButton::clicked, this, [this] { Q_EMIT thresholdWanted(threshold_); });
    connect(exportChart_, &QAction::triggered, this, &QualityWorkspace::exportChartAs);
    connect(exportAll_, &QAction::triggered, this, &QualityWorkspace::exportAll);
    connect(&presenter_, &QualityPresenter::reportWritten, this,
            [this](const QString& file, const Result<void>& outcome) { tell(outcome, file); });
    connect(figures_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QualityWorkspace::showFailureList);
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
    splitter->addWidget(makeFailures());
    splitter->setSizes({420, 150, 170});
    splitter->setStretchFactor(0, 3);
    return splitter;
}

QWidget* QualityWorkspace::makeFailures() {
    failureChoice_->setObjectName(QStringLiteral("qualityFailure"));
    failureChoice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid_->setObjectName(QStringLiteral("failuresGrid"));
    grid_->setModel(&failures_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 0);
    row->addWidget(failuresTitle_);
    row->addWidget(failureChoice_, 1);
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(grid_, 1);
    side->setMinimumHeight(120);
    return side;
}

void QualityWorkspace::showExperiment() {
    const auto& experiment = presenter_.experiment();
    const bool hasRuns = experiment && !experiment->runs.empty();
    pages_->setCurrentIndex(hasRuns ? 1 : 0);
    if (!hasRuns)
        return;
    table_.setRuns(experiment->runs);
    figures_->resizeColumnsToContents();
    charts_ = chartsOf(*experiment);
    const QVariant chosen = chartChoice_->currentData();
    {
        const QSignalBlocker quiet(chartChoice_);
        chartChoice_->clear();
        for (const ExperimentChart& chart : charts_)
            chartChoice_->addItem(translatedChart(chart.id), QString::fromStdString(chart.id));
        chartChoice_->setCurrentIndex(std::max(0, chartChoice_->findData(chosen)));
    }
    showChart();
    figures_->setCurrentIndex(table_.index(0, 0));
    showFailureList();
}

void QualityWorkspace::showChart() {
    const int index = chartChoice_->currentIndex();
    if (index < 0 || index >= std::ssize(charts_))
        return;
    touched_->clear();
    useThreshold_->hide();
    chart_->show(translated(charts_[static_cast<std::size_t>(index)]));
}

/// The worst queries of the run that is current in the table.
void QualityWorkspace::showFailureList() {
    const QSignalBlocker quiet(failureChoice_);
    failureChoice_->clear();
    const int row = std::max(0, figures_->currentIndex().row());
    if (row >= table_.rowCount())
        return;
    for (const Failure& failure : table_.runs()[static_cast<std::size_t>(row)].failures) {
        const std::filesystem::path file = failure.photo;
        failureChoice_->addItem(tr("%1: average precision %2")
                                    .arg(toQString(file.parent_path().filename() / file.filename()),
                                         QLocale().toString(failure.averagePrecision, 'f', 3)));
    }
    showFailure();
}

/// The query, then the wrong photos that it found.
void QualityWorkspace::showFailure() {
    const int row = std::max(0, figures_->currentIndex().row());
    const int number = failureChoice_->currentIndex();
    if (row >= table_.rowCount() || number < 0)
        return;
    const auto& failures = table_.runs()[static_cast<std::size_t>(row)].failures;
    const Failure& failure = failures[static_cast<std::size_t>(number)];
    const SnapshotPtr snapshot = presenter_.session().snapshot();
    std::unordered_map<std::string, PhotoId> ids;
    for (const PhotoRow& photo : snapshot->photos())
        ids.emplace(snapshot->file(photo).string(), photo.id);
    std::vector<RankedPhoto> ranked;
    const auto add = [&](const std::string& file, double similarity) {
        if (const auto id = ids.find(file); id != ids.end())
            ranked.push_back({id->second, 0, similarity, similarity});
    };
    add(failure.photo, 1);
    for (const WrongResult& wrong : failure.wrong)
        add(wrong.photo, wrong.score);
    failures_.setResults(snapshot, std::move(ranked));
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
    failuresTitle_->setText(tr("Failures"));
    chartChoice_->setAccessibleName(tr("Chart"));
    failureChoice_->setAccessibleName(tr("Failures"));
    figures_->setAccessibleName(tr("Figures"));
    table_.retranslate();
    showExperiment();
}

} // namespace likeness::ui
