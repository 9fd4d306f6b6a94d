// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/tag_book.h"
#include "ui/shared/mark_book.h"

#include <QObject>
#include <QUndoStack>

namespace likeness::ui {

/// What the user said of photos by tags, stars and labels since the library was opened, to be taken back, and
/// said again, step by step. Main thread.
class RemarkHistory : public QObject {
    Q_OBJECT

public:
    /// Both outlive the history.
    RemarkHistory(TagBook& tags, MarkBook& marks, QObject* parent = nullptr);

    bool canUndo() const { return steps_.canUndo(); }
    bool canRedo() const { return steps_.canRedo(); }
    /// What comes next: "★★★"; empty where there is nothing.
    QString undoText() const { return steps_.undoText(); }
    QString redoText() const { return steps_.redoText(); }
    void undo() { steps_.undo(); }
    void redo() { steps_.redo(); }
    /// After remarks were changed in a way that isn't in it.
    void clear() { steps_.clear(); }

Q_SIGNALS:
    void changed();

private:
    void keepMarks(const MarkBook::Marks& before, const MarkBook::Marks& after);
    enum class TagStep { Given, Taken };
    void keepTag(TagStep step, const QString& name, const std::vector<PhotoId>& photos);

    TagBook& tags_;
    MarkBook& marks_;
    QUndoStack steps_;
};

} // namespace likeness::ui
