// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/worker_thread.h"

#include "core/image/metadata_table.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

#include <filesystem>

namespace likeness::ui {

/// All that a file says about itself: EXIF, IPTC and XMP, with a filter. Reads on a thread of its own.
class MetadataDialog : public QDialog {
    Q_OBJECT

public:
    explicit MetadataDialog(std::filesystem::path file, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(const Result<std::vector<MetadataEntry>>& table);
    void retranslate();

    std::filesystem::path file_;
    QStandardItemModel model_;
    QSortFilterProxyModel filtered_;
    QLineEdit* filter_;
    QTableView* table_;
    QLabel* note_; // why there is nothing to see
    QPushButton* close_;
    bool isRead_ = false;
    WorkerThread thread_;
};

} // namespace likeness::ui
