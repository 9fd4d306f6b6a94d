// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/recent_queries.h"

#include "ui/shared/formats.h"

#include <QSettings>

#include <algorithm>

namespace likeness::ui {

namespace {

const QString filesKey = QStringLiteral("files");

} // namespace

RecentQueries::RecentQueries(const std::filesystem::path& libraryFile, QObject* parent)
    : QObject(parent), store_(toQString(libraryFile) + QStringLiteral("-recent")) {
    const QSettings settings(store_, QSettings::IniFormat);
    for (const QString& file : settings.value(filesKey).toStringList())
        files_.push_back(toPath(file));
}

void RecentQueries::add(const std::filesystem::path& file) {
    if (!files_.empty() && files_.front() == file)
        return;
    files_.erase(std::remove(files_.begin(), files_.end(), file), files_.end());
    files_.insert(files_.begin(), file);
    if (files_.size() > limit)
        files_.resize(limit);
    QStringList names;
    for (const auto& name : files_)
        names.append(toQString(name));
    QSettings(store_, QSettings::IniFormat).setValue(filesKey, names);
    Q_EMIT changed();
}

} // namespace likeness::ui
