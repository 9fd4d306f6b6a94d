// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/system_color_scheme.h"
#include "ui/shared/theme_choice.h"

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPixmap>

namespace likeness::ui {

/// The colours that the window is made of.
struct ThemeColors {
    QColor panel;     // header, side bars, status bar
    QColor workspace; // behind photos
    QColor border;
    QColor text;
    QColor muted; // second in importance; still 4.5 : 1 against panel
    QColor accent;
    QColor onAccent;
    QColor button;
    QColor hover;
    QColor field; // where text is typed
    QColor warning;
};

const ThemeColors& lightColors();
const ThemeColors& darkColors();

/// Gives the application Fusion, a palette and the style sheet of the chosen theme, and follows the desktop's
/// choice. One per application, made before the first widget.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    void apply(ThemeChoice choice);
    static bool isDark();
    /// Of the theme in use.
    static const ThemeColors& colors();

Q_SIGNALS:
    void changed();

private:
    void show();

    SystemColorScheme system_;
    ThemeChoice choice_ = ThemeChoice::System;
};

/// resources/icons/<name>.svg in the colour of text, or in the one given.
QIcon themedIcon(const QString& name);
QPixmap themedPixmap(const QString& name, int side, const QColor& color, qreal pixelRatio);

} // namespace likeness::ui
