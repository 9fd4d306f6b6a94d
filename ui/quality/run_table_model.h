// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment.h"

#include <QAbstractTableModel>

#include <vector>

namespace likeness::ui {

/// The figures of an experiment's runs: one row each.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRuns(std::vector<RunResult> runs);
    const std::vector<RunResult>& runs() const { return runs_; }
    void retranslate();

private:
    std::vector<RunResult> runs_;
};

} // namespace likeness::ui
