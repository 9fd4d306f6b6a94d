// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment_charts.h"
#include "ui/main_window/workspace.h"
#include "ui/quality/experiment_chart_view.h"
#include "ui/quality/failure_view.h"
#include "ui/quality/quality_form.h"
#include "ui/quality/quality_presenter.h"
#include "ui/quality/run_table_model.h"
#include "ui/shared/empty_view.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <vector>

namespace likeness::ui {

/// Retrieval quality: what is compared at the left; charts, the table of figures and the failures as pictures
/// at the right, which fill while an experiment runs.
class QualityWorkspace : public Workspace {
    Q_OBJECT

public:
    QualityWorkspace(QualityPresenter& presenter, ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    QString title() const override { return tr("Quality"); }
    QString chapter() const override { return QStringLiteral("quality"); }
    void setFilter(const QString& text) override { failures_->photos().setFilter(text); }
    ThumbnailGrid& grid() override { return failures_->grid(); }
    PhotoModel& photos() override { return failures_->photos(); }
    void explain(PhotoId photo) override { failures_->explain(photo); }

Q_SIGNALS:
    /// A similarity, 0 to 1, that was touched in a chart is to be the threshold of Similar.
    void thresholdWanted(double similarity);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeResults();
    void showExperiment();
    void showChart();
    void showFailures();
    void takeTouch(int series, int point);
    void exportChartAs();
    void exportAll();
    void tell(const Result<void>& done, const QString& file);
    void colour();
    void retranslate();

    QualityPresenter& presenter_;
    RunTableModel table_;
    std::vector<ExperimentChart> charts_;
    QualityForm* form_;
    QComboBox* chartChoice_;
    ExperimentChartView* chart_;
    QLabel* touched_;
    QPushButton* useThreshold_;
    QToolButton* export_;
    QAction* exportChart_;
    QAction* exportAll_;
    QTableView* figures_;
    FailureView* failures_;
    EmptyView* empty_;
    QStackedWidget* pages_;
    double threshold_ = 0;
};

} // namespace likeness::ui
