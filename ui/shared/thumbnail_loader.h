// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/library/photo.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSize>

#include <filesystem>
#include <memory>
#include <vector>

namespace likeness::ui {

/// What a thumbnail is made from.
struct ThumbnailRequest {
    PhotoId photo;
    std::filesystem::path file;
    FileStamp stamp;
};

/// Gets thumbnails without holding up the window: from the library's cache, else by decoding the photo. Each
/// client says what it wants now, most wanted first; what it wanted before and wants no more is dropped. A
/// thumbnail that is too small for its tile is shown at once and replaced by a sharp one when all others are
/// there. Main thread.
class ThumbnailLoader : public QObject {
    Q_OBJECT

public:
    explicit ThumbnailLoader(const std::filesystem::path& libraryFile, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /// Tile-filling pixmap of the photo, of the last size asked for; null where there is none yet.
    const QPixmap* find(PhotoId photo) const;
    /// The photo can't be shown.
    bool hasFailed(PhotoId photo) const;

    /// Tiles in device pixels.
    void want(const QObject* client, QSize tile, std::vector<ThumbnailRequest> mostWantedFirst);

Q_SIGNALS:
    void loaded(likeness::PhotoId photo);

private:
    class Workers;
    struct Entry {
        QPixmap pixmap;
        QSize tile;
        FileStamp stamp;
        bool failed = false;
    };
    struct Job;

    void take(const Job& job, const QImage& image);

    QCache<qint64, Entry> entries_;
    std::unique_ptr<Workers> workers_;
};

} // namespace likeness::ui
