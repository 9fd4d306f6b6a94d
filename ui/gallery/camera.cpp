// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/camera.h"

#include <QPainter>

#include <cstdio>

namespace likeness::ui {

Camera::Camera(QString out, Theme& theme, Language& language)
    : out_(std::move(out)), theme_(theme), language_(language) {
    QDir().mkpath(out_);
}

void Camera::forEachLook(const Look& task) {
    for (const auto& [theme, name] : {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}})
        for (const LanguageName& language : availableLanguages())
            task(theme, language.code, QStringLiteral("%1-%2").arg(QLatin1String(name), language.code));
}

void Camera::inAllLooks(Stage& stage, const QString& name) {
    forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        save(stage, QStringLiteral("%1-%2").arg(name, look), theme, language);
    });
}

void Camera::save(Stage& stage, const QString& name, ThemeChoice theme, const QString& language) {
    wear(theme, language);
    savePicture(stage.window, name);
}

void Camera::wear(ThemeChoice theme, const QString& language) {
    theme_.apply(theme);
    language_.apply(language);
    QTest::qWait(settlingMs);
}

void Camera::savePicture(QWidget& widget, const QString& name) const {
    write(widget.grab(), name);
}

void Camera::savePicture(QWidget& widget, const QList<QMenu*>& menus, QPoint first,
                         const QString& name) const {
    QPixmap picture = widget.grab();
    QPainter painter(&picture);
    QPoint place = first;
    for (QMenu* menu : menus) {
        menu->popup(place);
        QTest::qWait(settlingMs);
        painter.drawPixmap(widget.mapFromGlobal(menu->pos()), menu->grab());
        place = menu->mapToGlobal(QPoint(menu->width(), 0));
    }
    for (QMenu* menu : menus)
        menu->close();
    write(picture, name);
}

void Camera::write(const QPixmap& picture, const QString& name) const {
    const QString file = QStringLiteral("%1/%2.jpg").arg(out_, name);
    if (!picture.toImage().save(file, "JPG", 72))
        std::fprintf(stderr, "can't write %s\n", qPrintable(file));
}

} // namespace likeness::ui
