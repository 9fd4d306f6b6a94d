// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/desktop.h"

#include "ui/shared/formats.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusUnixFileDescriptor>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QUrl>

namespace likeness::ui {

namespace {

void openFolder(const std::filesystem::path& file) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(file.parent_path())));
}

} // namespace

void showInFileManager(const std::filesystem::path& file) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        openFolder(file);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << QStringList{QUrl::fromLocalFile(toQString(file)).toString(QUrl::FullyEncoded)} << QString();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qApp, [watcher, file] {
        if (watcher->isError())
            openFolder(file);
        watcher->deleteLater();
    });
}

void openWith(const std::filesystem::path& file) {
    const auto openUsual = [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(file))); };
    QDBusConnection bus = QDBusConnection::sessionBus();
    QFile opened(toQString(file));
    if (!bus.isConnected() || !opened.open(QIODevice::ReadOnly)) {
        openUsual();
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.OpenURI"), QStringLiteral("OpenFile"));
    call << QString() << QVariant::fromValue(QDBusUnixFileDescriptor(opened.handle()))
         << QVariantMap{{QStringLiteral("ask"), true}};
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qApp, [watcher, openUsual] {
        if (watcher->isError())
            openUsual();
        watcher->deleteLater();
    });
}

void copyPath(const std::filesystem::path& file) {
    QGuiApplication::clipboard()->setText(toQString(file));
}

void notifyDesktop(const QString& title, const QString& text) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    constexpr int asLongAsUsual = -1;
    call << QCoreApplication::applicationName() << 0U << QGuiApplication::desktopFileName() << title << text
         << QStringList() << QVariantMap() << asLongAsUsual;
    bus.asyncCall(call);
}

std::filesystem::path samplesFolder() {
    const QStringList candidates{qEnvironmentVariable("LIKENESS_SAMPLES"),
                                 QCoreApplication::applicationDirPath() +
                                     QStringLiteral("/../share/likeness/samples"),
                                 QStringLiteral(LIKENESS_SOURCE_SAMPLES)};
    for (const QString& candidate : candidates)
        if (!candidate.isEmpty() && QDir(candidate).exists())
            return toPath(QDir(candidate).canonicalPath());
    return {};
}

} // namespace likeness::ui
