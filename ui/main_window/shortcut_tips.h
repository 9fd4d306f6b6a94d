// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QWidget>

namespace likeness::ui {

/// Names the key of an action in the tooltips of what triggers it, as the user has chosen it: of tool buttons
/// that show an action, and of widgets whose property "shortcutOf" is the object name of one.
class ShortcutTips : public QObject {
    Q_OBJECT

public:
    /// For all in the window, whose child it becomes.
    explicit ShortcutTips(QWidget& window);

    /// The widget's tooltip with the key; as it is where there is none.
    QString tipOf(const QWidget& widget) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& window_;
};

} // namespace likeness::ui
