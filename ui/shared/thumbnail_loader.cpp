// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/thumbnail_loader.h"

#include "ui/shared/thumbnail_workers.h"

namespace likeness::ui {

namespace {

constexpr int cacheBytes = 192 << 20;

} // namespace

ThumbnailLoader::ThumbnailLoader(const std::filesystem::path& libraryFile, QObject* parent)
    : QObject(parent), entries_(cacheBytes) {
    workers_ = std::make_unique<Workers>(libraryFile, [this](const Job& job, const QImage& image) {
        QMetaObject::invokeMethod(
            this, [this, job, image] { take(job, image); }, Qt::QueuedConnection);
    });
}

ThumbnailLoader::~ThumbnailLoader() {
    workers_.reset();
}

const QPixmap* ThumbnailLoader::find(PhotoId photo) const {
    const Entry* entry = entries_.object(photo.value);
    return entry && !entry->failed ? &entry->pixmap : nullptr;
}

bool ThumbnailLoader::hasFailed(PhotoId photo) const {
    const Entry* entry = entries_.object(photo.value);
    return entry && entry->failed;
}

void ThumbnailLoader::want(const QObject* client, QSize tile, std::vector<ThumbnailRequest> mostWantedFirst) {
    std::deque<Job> jobs;
    for (ThumbnailRequest& request : mostWantedFirst) {
        const Entry* entry = entries_.object(request.photo.value);
        const bool isHere = entry && entry->stamp == request.stamp && (entry->failed || entry->tile == tile);
        if (!isHere)
            jobs.push_back({std::move(request), tile, client});
    }
    workers_->replace(client, std::move(jobs));
}

void ThumbnailLoader::take(const Job& job, const QImage& image) {
    if (image.isNull() && job.quality == Job::Quality::Sharp)
        return;
    auto entry = std::make_unique<Entry>();
    entry->pixmap = QPixmap::fromImage(image);
    entry->tile = job.tile;
    entry->stamp = job.request.stamp;
    entry->failed = image.isNull();
    const auto cost = std::max<qsizetype>(1024, image.sizeInBytes());
    entries_.insert(job.request.photo.value, entry.release(), cost);
    Q_EMIT loaded(job.request.photo);
}

} // namespace likeness::ui
