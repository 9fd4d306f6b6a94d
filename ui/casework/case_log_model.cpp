// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casework/case_log_model.h"

#include "core/casework/case_texts.h"
#include "ui/shared/language.h"

namespace likeness::ui {

void CaseLogModel::setLog(std::vector<CaseAction> log) {
    beginResetModel();
    log_ = std::move(log);
    endResetModel();
}

void CaseLogModel::retranslate() {
    if (!log_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int CaseLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(log_.size());
}

int CaseLogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaseLogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const CaseAction& action = log_[log_.size() - 1 - static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Time:
        return QString::fromStdString(utcText(action.doneAt));
    case Action:
        return QString::fromStdString(actionText(action.kind, inWindowLanguage));
    case Details:
        return QString::fromStdString(detailsText(action, inWindowLanguage));
    default:
        return {};
    }
}

QVariant CaseLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Action:
        return tr("Action");
    case Details:
        return tr("Details");
    default:
        return {};
    }
}

} // namespace likeness::ui
