// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/stage.h"

#include <QDir>
#include <QList>
#include <QMenu>
#include <QTest>

#include <functional>

namespace likeness::ui {

constexpr int settlingMs = 900; // thumbnails and previews arrive, all of them

/// Saves pictures of windows, in every look: light and dark, in each language.
class Camera {
public:
    Camera(QString out, Theme& theme, Language& language);

    using Look = std::function<void(ThemeChoice, const QString& language, const QString& look)>;
    static void forEachLook(const Look& task);

    void wear(ThemeChoice theme, const QString& language);
    void savePicture(QWidget& widget, const QString& name) const;
    /// With menus open, each beside the one before: menus are windows of their own.
    void savePicture(QWidget& widget, const QList<QMenu*>& menus, QPoint first, const QString& name) const;
    void save(Stage& stage, const QString& name, ThemeChoice theme, const QString& language);
    void inAllLooks(Stage& stage, const QString& name);

private:
    void write(const QPixmap& picture, const QString& name) const;

    QString out_;
    Theme& theme_;
    Language& language_;
};

} // namespace likeness::ui
