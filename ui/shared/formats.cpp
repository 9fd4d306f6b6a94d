// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/formats.h"

#include "core/base/path_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <cmath>

namespace likeness::ui {

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString percentText(double share) {
    return QCoreApplication::translate("Formats", "%1 %").arg(std::lround(share * 100));
}

QString sizeText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString dimensionsText(int width, int height) {
    return QStringLiteral("%1 × %2").arg(width).arg(height);
}

QString dateText(std::int64_t localSeconds) {
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(localSeconds, Qt::UTC);
    return QLocale().toString(moment, QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString durationText(std::chrono::seconds duration) {
    const auto seconds = duration.count();
    if (seconds < 60)
        return QCoreApplication::translate("Formats", "%1 s left").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("Formats", "%1 min left").arg((seconds + 30) / 60);
    return QCoreApplication::translate("Formats", "%1 h left").arg((seconds + 1800) / 3600);
}

QString millisecondsText(double milliseconds) {
    const int decimals = milliseconds < 9.95 ? 1 : 0;
    return QCoreApplication::translate("Formats", "%1 ms")
        .arg(QLocale().toString(milliseconds, 'f', decimals));
}

QString nameText(const std::string& bytes) {
    return QString::fromStdString(printableText(bytes));
}

QString pathName(const std::filesystem::path& path) {
    return nameText(path.filename().native());
}

QString toQString(const std::filesystem::path& path) {
    return QFile::decodeName(path.c_str());
}

std::filesystem::path toPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

} // namespace likeness::ui
