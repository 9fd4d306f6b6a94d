// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcut_tips.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QToolButton>
#include <QToolTip>

namespace likeness::ui {
namespace {

const QAction* actionOf(const QWidget& widget, const QWidget& window) {
    const auto* button = qobject_cast<const QToolButton*>(&widget);
    if (button != nullptr && button->defaultAction() != nullptr)
        return button->defaultAction();
    const QString name = widget.property("shortcutOf").toString();
    return name.isEmpty() ? nullptr : window.findChild<const QAction*>(name);
}

} // namespace

ShortcutTips::ShortcutTips(QWidget& window) : QObject(&window), window_(window) {
    QApplication::instance()->installEventFilter(this);
}

QString ShortcutTips::tipOf(const QWidget& widget) const {
    const QAction* action = actionOf(widget, window_);
    const QString key = action == nullptr ? QString() : action->shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? widget.toolTip() : QStringLiteral("%1 (%2)").arg(widget.toolTip(), key);
}

bool ShortcutTips::eventFilter(QObject* watched, QEvent* event) {
    auto* widget = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::ToolTip || widget == nullptr || widget->toolTip().isEmpty())
        return false;
    const QString tip = tipOf(*widget);
    if (tip == widget->toolTip())
        return false;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tip, widget);
    return true;
}

} // namespace likeness::ui
