// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/manual_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>

namespace likeness::ui {

void ManualText::showFile(const QString& file) {
    folder_ = QFileInfo(file).path();
    QFile chapter(file);
    setMarkdown(chapter.open(QIODevice::ReadOnly) ? QString::fromUtf8(chapter.readAll()) : QString());
}

QVariant ManualText::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    constexpr int pageWidth = 560;
    const QImage picture(QDir::cleanPath(folder_ + QLatin1Char('/') + name.path()));
    return picture.isNull() ? QVariant() : picture.scaledToWidth(pageWidth, Qt::SmoothTransformation);
}

} // namespace likeness::ui
