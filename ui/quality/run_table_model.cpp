// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/run_table_model.h"

#include <QLocale>

#include <algorithm>

namespace likeness::ui {
namespace {

enum Column {
    Title,
    Level,
    Map,
    MapInterval,
    MacroMap,
    PrecisionAt1,
    Accuracy,
    Ndcg,
    BestF1,
    Time,
    Bytes,
    Count
};

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// Of a query from outside, decoding left out.
double totalMs(const RunResult& run) {
    const auto total = std::ranges::find(run.times, "total", &StageTime::stage);
    return total == run.times.end() ? run.msPerQuery : total->median;
}

QString textOf(const RunResult& run, int column) {
    switch (column) {
    case Title:
        return QString::fromStdString(run.title());
    case Level:
        return QString::fromStdString(run.level);
    case Map:
        return number(run.map, 3);
    case MapInterval:
        return QStringLiteral("%1 – %2").arg(number(run.mapInterval.low, 3), number(run.mapInterval.high, 3));
    case MacroMap:
        return number(run.macroMap, 3);
    case PrecisionAt1:
        return number(run.precisionAt1, 3);
    case Accuracy:
        return number(run.accuracy, 3);
    case Ndcg:
        return number(run.ndcg, 3);
    case BestF1:
        return number(run.bestF1, 3);
    case Time:
        return number(totalMs(run), 1);
    case Bytes:
        return number(run.bytesPerPhoto, 0);
    default:
        return {};
    }
}

} // namespace

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Count;
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= std::ssize(runs_))
        return {};
    if (role == Qt::DisplayRole)
        return textOf(runs_[static_cast<std::size_t>(index.row())], index.column());
    if (role == Qt::TextAlignmentRole && index.column() > Level)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Compared");
    case Level:
        return tr("Labels");
    case Map:
        return tr("mAP");
    case MapInterval:
        return tr("95 % interval");
    case MacroMap:
        return tr("Macro mAP");
    case PrecisionAt1:
        return tr("P@1");
    case Accuracy:
        return tr("Accuracy@10");
    case Ndcg:
        return tr("nDCG@100");
    case BestF1:
        return tr("Best F1");
    case Time:
        return tr("ms / query");
    case Bytes:
        return tr("Bytes / photo");
    default:
        return {};
    }
}

void RunTableModel::setRuns(std::vector<RunResult> runs) {
    beginResetModel();
    runs_ = std::move(runs);
    endResetModel();
}

void RunTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Count - 1);
}

} // namespace likeness::ui
