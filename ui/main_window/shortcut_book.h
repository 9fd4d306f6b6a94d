// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/settings.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <vector>

namespace likeness::ui {

/// The keys of a window's actions: as the program has them, or as the user wants them. An action is known by
/// its object name. Main thread.
class ShortcutBook : public QObject {
    Q_OBJECT

public:
    /// Of the actions that `window` has by now; puts the user's keys in force. Both outlive the book.
    ShortcutBook(const QWidget& window, Settings& settings, QObject* parent = nullptr);

    /// Those that have a text, by it.
    std::vector<QAction*> actions() const;
    QKeySequence usual(const QAction& action) const;
    /// The action that has these keys; null where none has.
    const QAction* holderOf(const QKeySequence& keys) const;
    /// Takes the keys from whichever action had them. Empty: none.
    void set(QAction& action, const QKeySequence& keys);
    /// All as the program has them.
    void reset();

private:
    struct Entry {
        QAction* action;
        QList<QKeySequence> usual;
    };
    void remember(const QAction& action, bool isUsual);

    Settings& settings_;
    std::vector<Entry> entries_;
};

} // namespace likeness::ui
