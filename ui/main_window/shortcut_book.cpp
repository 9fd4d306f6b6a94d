// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcut_book.h"

#include <QWidget>

#include <algorithm>

namespace likeness::ui {

ShortcutBook::ShortcutBook(const QWidget& window, Settings& settings, QObject* parent)
    : QObject(parent), settings_(settings) {
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->objectName().isEmpty() || action->objectName().startsWith(QStringLiteral("qt_")))
            continue; // fields have actions of their own
        entries_.push_back({action, action->shortcuts()});
        if (const auto keys = settings_.shortcut(action->objectName()))
            action->setShortcut(*keys);
    }
}

std::vector<QAction*> ShortcutBook::actions() const {
    std::vector<QAction*> actions;
    for (const Entry& entry : entries_)
        if (!entry.action->text().isEmpty())
            actions.push_back(entry.action);
    std::ranges::sort(actions, [](const QAction* a, const QAction* b) {
        return QString::localeAwareCompare(a->text(), b->text()) < 0;
    });
    return actions;
}

QKeySequence ShortcutBook::usual(const QAction& action) const {
    const auto found = std::ranges::find(entries_, &action, &Entry::action);
    return found == entries_.end() || found->usual.isEmpty() ? QKeySequence() : found->usual.front();
}

const QAction* ShortcutBook::holderOf(const QKeySequence& keys) const {
    const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
        return !keys.isEmpty() && entry.action->shortcuts().contains(keys);
    });
    return found == entries_.end() ? nullptr : found->action;
}

void ShortcutBook::set(QAction& action, const QKeySequence& keys) {
    if (action.shortcut() == keys)
        return;
    for (const Entry& entry : entries_)
        if (entry.action != &action && !keys.isEmpty() && entry.action->shortcuts().contains(keys)) {
            entry.action->setShortcuts(QList<QKeySequence>());
            remember(*entry.action, false);
        }
    action.setShortcut(keys);
    remember(action, keys == usual(action));
}

void ShortcutBook::reset() {
    for (const Entry& entry : entries_) {
        entry.action->setShortcuts(entry.usual);
        remember(*entry.action, true);
    }
}

void ShortcutBook::remember(const QAction& action, bool isUsual) {
    settings_.setShortcut(action.objectName(), isUsual ? std::nullopt : std::optional(action.shortcut()));
}

} // namespace likeness::ui
