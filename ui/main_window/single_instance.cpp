// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/single_instance.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QUrl>

#include <utility>

namespace likeness::ui {
namespace {

const QString busName = QStringLiteral("io.github.likeness.Likeness");
const QString objectPath = QStringLiteral("/io/github/likeness/Likeness");
const QString interfaceName = QStringLiteral("org.freedesktop.Application");

} // namespace

SingleInstance::SingleInstance(QDBusConnection bus, QObject* parent) : QObject(parent), bus_(std::move(bus)) {
    if (!bus_.isConnected())
        return;
    // The object is there before the name: who finds the name can call.
    bus_.registerObject(objectPath, this, QDBusConnection::ExportAllSlots);
    const QDBusReply<QDBusConnectionInterface::RegisterServiceReply> claimed =
        bus_.interface()->registerService(busName, QDBusConnectionInterface::DontQueueService,
                                          QDBusConnectionInterface::DontAllowReplacement);
    isFirst_ = !claimed.isValid() || claimed.value() == QDBusConnectionInterface::ServiceRegistered;
    if (!isFirst_)
        bus_.unregisterObject(objectPath);
}

bool SingleInstance::handOver(const QStringList& paths) const {
    QDBusMessage call =
        QDBusMessage::createMethodCall(busName, objectPath, interfaceName,
                                       paths.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("Open"));
    if (!paths.isEmpty()) {
        QStringList uris;
        for (const QString& path : paths)
            uris.append(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded));
        call << uris;
    }
    call << QVariantMap();
    constexpr int patience = 5000; // ms
    return bus_.call(call, QDBus::Block, patience).type() == QDBusMessage::ReplyMessage;
}

void SingleInstance::Activate(const QVariantMap& /*platformData*/) {
    Q_EMIT opened({});
}

void SingleInstance::Open(const QStringList& uris, const QVariantMap& /*platformData*/) {
    QStringList paths;
    for (const QString& uri : uris)
        if (const QUrl url(uri); url.isLocalFile())
            paths.append(url.toLocalFile());
    Q_EMIT opened(paths);
}

void SingleInstance::ActivateAction(const QString& /*action*/, const QVariantList& /*parameters*/,
                                    const QVariantMap& /*platformData*/) {
    Q_EMIT opened({});
}

} // namespace likeness::ui
