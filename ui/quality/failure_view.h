// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment.h"
#include "ui/shared/library_session.h"
#include "ui/shared/result_list_model.h"
#include "ui/shared/thumbnail_grid.h"

#include <QComboBox>
#include <QLabel>
#include <QWidget>

#include <vector>

namespace likeness::ui {

/// The worst queries of a run as pictures: each with the wrong photos that it found first.
class FailureView : public QWidget {
    Q_OBJECT

public:
    FailureView(LibrarySession& session, ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    void setFailures(std::vector<Failure> failures);
    ThumbnailGrid& grid() { return *grid_; }
    ResultListModel& photos() { return photos_; }
    /// Asks the session what makes that photo like the query, by the codebooks in use;
    /// LibrarySession::explained answers.
    void explain(PhotoId photo);

protected:
    void changeEvent(QEvent* event) override;

private:
    void listQueries();
    void showQuery();
    void retranslate();
    const Failure* current() const;

    LibrarySession& session_;
    std::vector<Failure> failures_;
    ResultListModel photos_;
    QLabel* title_;
    QComboBox* choice_;
    ThumbnailGrid* grid_;
};

} // namespace likeness::ui
