// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quality/quality_presenter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>

#include <string>
#include <vector>

namespace likeness::ui {

/// What is compared, on which labels, and the buttons that run it.
class QualityForm : public QWidget {
    Q_OBJECT

public:
    explicit QualityForm(QualityPresenter& presenter, QWidget* parent = nullptr);

    ExperimentOptions options() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    using Checks = std::vector<std::pair<QCheckBox*, std::string>>;
    QWidget* makeChoices();
    void addChecks(QLayout* layout, Checks& checks, const std::vector<std::string>& names, int columns);
    static std::vector<std::string> checked(const Checks& checks);
    void chooseDataset();
    void showDataset();
    void showState();
    void showKept();
    void retranslate();

    QualityPresenter& presenter_;
    QLabel* labelsTitle_;
    QComboBox* labels_;
    QLabel* datasetText_;
    QLabel* methodsTitle_;
    QLabel* bitsTitle_;
    QLabel* granularityTitle_;
    QLabel* baselinesTitle_;
    QLabel* keptTitle_;
    QCheckBox* robustness_;
    QPushButton* start_;
    QPushButton* pause_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    QLabel* doing_;
    QComboBox* kept_;
    QPushButton* beside_;
    QPushButton* remove_;
    Checks methods_;
    Checks bits_;
    Checks granularities_;
    Checks baselines_;
    QString dataset_;
};

} // namespace likeness::ui
