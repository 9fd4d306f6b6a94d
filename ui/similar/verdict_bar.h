// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/verdict_book.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

#include <array>
#include <functional>

namespace likeness::ui {

/// Below the results: what the user judges of those that are selected, with a note, and the way back.
class VerdictBar : public QWidget {
    Q_OBJECT

public:
    /// `selected` tells the results that are judged, the current one first.
    VerdictBar(VerdictBook& book, ResultListModel& results, std::function<std::vector<PhotoId>()> selected,
               QWidget* parent = nullptr);

    /// With their keys: for the workspace, and the menu of the results.
    QList<QAction*> verdictActions() const;
    /// All that has a key.
    QList<QAction*> keyActions() const;
    /// Another result is current.
    void showCurrent();
    bool canUndo() const { return book_.canUndo(); }

Q_SIGNALS:
    void told(const QString& text); // of an export or import that went well
    void failed(const likeness::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Choice {
        Judgement judgement;
        QAction* action;
    };
    void layOut();
    void connectParts();
    void exportVerdicts();
    void importVerdicts();
    void retranslate();

    VerdictBook& book_;
    ResultListModel& results_;
    std::function<std::vector<PhotoId>()> selected_;
    std::array<Choice, 3> choices_;
    QAction* undo_;
    QAction* redo_;
    QAction* export_;
    QAction* import_;
    QLineEdit* note_;
    QToolButton* rejected_;
    QToolButton* more_;
};

} // namespace likeness::ui
