// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/result_list_model.h"
#include "ui/shared/thumbnail_loader.h"

#include <QTableView>
#include <QTimer>

namespace likeness::ui {

/// Results as a list with columns; a click on a column's title orders by it. Only what is visible is asked of
/// the thumbnail loader. Keys are those of ThumbnailGrid: Enter or a double click activates, Space enlarges,
/// left and right scroll. Current and selected are the first cells of rows, so that a grid can share its
/// selection.
class ResultTable : public QTableView {
    Q_OBJECT

public:
    ResultTable(ResultListModel& results, ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    /// As the header says.
    void sortAgain();
    /// The first row in sight.
    QModelIndex firstVisible() const;

    void setSelectionModel(QItemSelectionModel* selection) override;
    QModelIndex indexAt(const QPoint& point) const override;
    void keyboardSearch(const QString&) override {} // letters are shortcuts

Q_SIGNALS:
    void enlargeRequested(const QModelIndex& index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void dressHeader();
    void wantVisibleThumbnails();
    void retranslate();

    ThumbnailLoader& thumbnails_;
    QTimer wantTimer_; // gathers what changes within one turn of the event loop
};

} // namespace likeness::ui
