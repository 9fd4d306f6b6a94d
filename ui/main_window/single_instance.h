// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace likeness::ui {

/// The program on the session bus, as org.freedesktop.Application has it (Desktop Entry Specification, "D-Bus
/// Activation"): a second start gives what it was asked to open to the first one. Without a bus each start is
/// the first.
class SingleInstance : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit SingleInstance(QDBusConnection bus = QDBusConnection::sessionBus(), QObject* parent = nullptr);

    /// True where this is the first one; it then hears of later ones by opened().
    bool isFirst() const { return isFirst_; }
    /// Gives files, folders and libraries to the first one; false where it doesn't answer.
    bool handOver(const QStringList& paths) const;

Q_SIGNALS:
    /// Nothing: it is to show itself.
    void opened(const QStringList& paths);

public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): the specification names them.
    void Activate(const QVariantMap& platformData);
    void Open(const QStringList& uris, const QVariantMap& platformData);
    void ActivateAction(const QString& action, const QVariantList& parameters,
                        const QVariantMap& platformData);
    // NOLINTEND(readability-identifier-naming)

private:
    QDBusConnection bus_;
    bool isFirst_ = true;
};

} // namespace likeness::ui
