// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/pictures.h"

#include "ui/shared/desktop.h"
#include "ui/shared/formats.h"

#include "core/base/file_io.h"
#include "core/duplicates/photo_edit.h"
#include "core/image/decoder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstdio>

namespace likeness::ui {
namespace {

void copyPhotos(const QDir& from, const QString& to) {
    QDirIterator files(from.path(), {QStringLiteral("*.jpg")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = to + QLatin1Char('/') + from.relativeFilePath(file);
        QDir().mkpath(QFileInfo(copy).path());
        QFile::copy(file, copy);
    }
}

/// What tidying up meets: the same photo again, and edited versions of two others.
void makeCopies(const QString& folder) {
    QDir().mkpath(folder + QStringLiteral("/sent"));
    QFile::copy(folder + QStringLiteral("/hat/hat-3.jpg"), folder + QStringLiteral("/sent/hat-3.jpg"));
    for (const char* name : {"dress/dress-2", "shoes/shoes-3"}) {
        const QString original = folder + QLatin1Char('/') + QLatin1String(name);
        const auto photo = Decoder().decodeToFit(toPath(original + QStringLiteral(".jpg")), 2000);
        for (const PhotoEdit edit : {PhotoEdit::HalfSize, PhotoEdit::Cropped, PhotoEdit::Mirrored}) {
            const std::string_view what = photoEditName(edit);
            const QString copy = QStringLiteral("%1/sent/%2-%3.jpg")
                                     .arg(folder, QFileInfo(original).fileName(),
                                          QString::fromLatin1(what.data(), std::ssize(what)));
            if (!photo || !writeFileAtomically(toPath(copy), *editedJpeg(photo->image, edit, 1)))
                std::fputs("can't write the edited samples\n", stderr);
        }
    }
}

} // namespace

void makePictures(const QString& folder) {
    const QDir samples(toQString(samplesFolder()));
    copyPhotos(samples, folder);
    copyPhotos(QDir(samples.filePath(QStringLiteral("../samples-made/collages/images"))),
               folder + QStringLiteral("/scenes"));
    makeCopies(folder);
    QFile broken(folder + QStringLiteral("/hat/hat-broken.jpg"));
    QFile whole(folder + QStringLiteral("/hat/hat-1.jpg"));
    if (broken.open(QIODevice::WriteOnly) && whole.open(QIODevice::ReadOnly))
        broken.write(whole.read(200));
    QFile empty(folder + QStringLiteral("/shoes/IMG_0042.jpg"));
    if (!empty.open(QIODevice::WriteOnly))
        std::fputs("can't write the broken samples\n", stderr);
}

} // namespace likeness::ui
