// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace likeness::ui {

/// Whether the desktop asks for dark windows: what its settings portal (org.freedesktop.appearance,
/// color-scheme) says, and until it answers, or where there is none, what the palette at start suggests.
class SystemColorScheme : public QObject {
    Q_OBJECT

public:
    explicit SystemColorScheme(QObject* parent = nullptr);
    bool isDark() const { return dark_; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(QVariant value);

    bool dark_ = false;
};

} // namespace likeness::ui
