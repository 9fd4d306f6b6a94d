// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/system_color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace likeness::ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

} // namespace

SystemColorScheme::SystemColorScheme(QObject* parent)
    : QObject(parent), dark_(QGuiApplication::palette().color(QPalette::Window).lightness() < 128) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask();
}

void SystemColorScheme::ask() {
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << appearance << colorScheme;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value());
        watcher->deleteLater();
    });
}

void SystemColorScheme::onSettingChanged(const QString& group, const QString& key,
                                         const QDBusVariant& value) {
    if (group == appearance && key == colorScheme)
        take(value.variant());
}

void SystemColorScheme::take(QVariant value) {
    // The portal wraps the number once more in some of its versions.
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    const bool dark = value.toUInt() == 1;
    const bool light = value.toUInt() == 2;
    if ((dark && !dark_) || (light && dark_)) {
        dark_ = dark;
        Q_EMIT changed();
    }
}

} // namespace likeness::ui
