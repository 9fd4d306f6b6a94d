// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/desktop.h"

#include "ui/shared/formats.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QDir>
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

void copyPath(const std::filesystem::path& file) {
    QGuiApplication::clipboard()->setText(toQString(file));
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
