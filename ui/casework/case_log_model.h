// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/case_repository.h"

#include <QAbstractTableModel>

#include <vector>

namespace likeness::ui {

/// The log of a case, the newest entry first.
class CaseLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Action, Details, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLog(std::vector<CaseAction> log);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CaseAction> log_; // as the library has it
};

} // namespace likeness::ui
