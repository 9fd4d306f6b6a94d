// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/problem_list_model.h"
#include "ui/shared/empty_view.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace likeness::ui {

/// Files that could not be read, with what to do about each.
class ProblemsView : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsView(QWidget* parent = nullptr);

    ProblemListModel& problems() { return model_; }
    void setSnapshot(const SnapshotPtr& snapshot);

Q_SIGNALS:
    void showFileRequested(const std::filesystem::path& file);
    void tryAgainRequested();
    void photosRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dressTable();
    void retranslate();
    void showState();

    ProblemListModel model_;
    QLabel* title_;
    QTableView* table_;
    QPushButton* showFile_;
    QPushButton* tryAgain_;
    EmptyView* empty_;
    QStackedWidget* pages_;
};

} // namespace likeness::ui
