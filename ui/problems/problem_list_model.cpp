// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list_model.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"

#include <algorithm>

namespace likeness::ui {

namespace {

/// The file has a column of its own, so its text names the file without its folder.
QString remedyText(const Problem& problem) {
    Error error = problem.error;
    if (!error.arguments.empty())
        error.arguments.front() = pathName(problem.file).toStdString();
    return translatedError(error);
}

QString placeText(const LibrarySnapshot& snapshot, const Problem& problem) {
    const auto row = snapshot.rowOf(problem.photo);
    return row ? snapshot.place(snapshot.photos()[*row]) : nameText(problem.file.parent_path().native());
}

bool sameProblems(const std::vector<Problem>& a, const std::vector<Problem>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Problem& x, const Problem& y) {
        return x.photo == y.photo && x.error.code == y.error.code && x.file == y.file;
    });
}

} // namespace

int ProblemListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(snapshot_->problems().size());
}

int ProblemListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Problem& problem = snapshot_->problems()[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case File:
        return pathName(problem.file);
    case Folder:
        return role == Qt::ToolTipRole ? nameText(problem.file.native()) : placeText(*snapshot_, problem);
    case Remedy:
        return remedyText(problem);
    default:
        return {};
    }
}

QVariant ProblemListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Folder:
        return tr("Folder");
    case Remedy:
        return tr("What is wrong, and what to do");
    default:
        return {};
    }
}

void ProblemListModel::setSnapshot(SnapshotPtr snapshot) {
    if (sameProblems(snapshot_->problems(), snapshot->problems())) {
        snapshot_ = std::move(snapshot);
        return;
    }
    beginResetModel();
    snapshot_ = std::move(snapshot);
    endResetModel();
}

void ProblemListModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::filesystem::path ProblemListModel::file(const QModelIndex& index) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return snapshot_->problems()[static_cast<std::size_t>(index.row())].file;
}

} // namespace likeness::ui
