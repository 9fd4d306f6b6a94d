// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_mime.h"

#include "ui/shared/formats.h"

#include <QFileInfo>
#include <QUrl>

namespace likeness::ui {

bool mayHold(const QMimeData& data) {
    return data.hasUrls() || data.hasImage() || QFileInfo(data.text()).isAbsolute();
}

Handed readHanded(const QMimeData& data) {
    QStringList names;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            names.append(url.toLocalFile());
    if (names.isEmpty() && QFileInfo(data.text()).isAbsolute())
        names.append(data.text());
    Handed handed;
    for (const QString& name : names) {
        const QFileInfo info(name);
        if (info.isDir())
            handed.folders.push_back(toPath(info.absoluteFilePath()));
        else if (info.exists())
            handed.files.push_back(toPath(info.absoluteFilePath()));
    }
    if (handed.isEmpty() && data.hasImage())
        handed.image = data.imageData().value<QImage>();
    return handed;
}

} // namespace likeness::ui
