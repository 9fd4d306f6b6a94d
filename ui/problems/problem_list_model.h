// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"

#include <QAbstractTableModel>

namespace likeness::ui {

/// Files that could not be read: which one, what is wrong and what to do.
class ProblemListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Folder, Remedy, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setSnapshot(SnapshotPtr snapshot);
    void retranslate();
    std::filesystem::path file(const QModelIndex& index) const;

private:
    SnapshotPtr snapshot_ = std::make_shared<const LibrarySnapshot>();
};

} // namespace likeness::ui
