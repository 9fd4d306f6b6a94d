// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/thumbnail_workers.h"

#include "ui/shared/image_conversion.h"

#include "core/base/log.h"
#include "core/image/thumbnail.h"

namespace likeness::ui {

namespace {

constexpr int workerCount = 2;

QImage fromJpeg(const Bytes& jpeg) {
    return QImage::fromData(reinterpret_cast<const uchar*>(jpeg.data()), static_cast<int>(jpeg.size()),
                            "JPG");
}

/// Longer side that an image of this shape needs to fill the tile.
int sideToFill(const QImage& image, QSize tile) {
    const QSize scaled = image.size().scaled(tile, Qt::KeepAspectRatioByExpanding);
    return std::max(scaled.width(), scaled.height());
}

} // namespace

ThumbnailLoader::Workers::Workers(std::filesystem::path libraryFile, Deliver deliver)
    : libraryFile_(std::move(libraryFile)), deliver_(std::move(deliver)) {
    for (int i = 0; i < workerCount; ++i)
        threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

ThumbnailLoader::Workers::~Workers() {
    for (std::jthread& thread : threads_)
        thread.request_stop();
}

void ThumbnailLoader::Workers::replace(const QObject* client, std::deque<Job> jobs) {
    const std::lock_guard lock(mutex_);
    sharp_.erase(client);
    quick_[client] = std::move(jobs);
    jobsCame_.notify_all();
}

void ThumbnailLoader::Workers::run(const std::stop_token& stop) {
    auto cache = ThumbnailCache::open(libraryFile_);
    if (!cache)
        log(LogLevel::Warning, cache.error().text);
    while (auto job = next(stop))
        serve(std::move(*job), cache ? &*cache : nullptr);
}

std::optional<ThumbnailLoader::Job> ThumbnailLoader::Workers::next(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    std::optional<Job> job;
    jobsCame_.wait(lock, stop, [&] { return (job = takeFirst()).has_value(); });
    return stop.stop_requested() ? std::nullopt : job;
}

std::optional<ThumbnailLoader::Job> ThumbnailLoader::Workers::takeFirst() {
    for (auto* queues : {&quick_, &sharp_}) {
        for (auto& [client, jobs] : *queues) {
            if (jobs.empty())
                continue;
            std::optional<Job> job(std::move(jobs.front()));
            jobs.pop_front();
            return job;
        }
    }
    return std::nullopt;
}

void ThumbnailLoader::Workers::serve(Job job, ThumbnailCache* cache) {
    const QImage image = load(job, cache);
    deliver_(job, filled(image, job.tile));
    const bool tooSmall = !image.isNull() && sideToFill(image, job.tile) * 4 > thumbnailSide * 5 &&
                          std::max(image.width(), image.height()) <= thumbnailSide;
    if (job.quality == Job::Quality::Quick && tooSmall)
        refineLater(std::move(job));
}

void ThumbnailLoader::Workers::refineLater(Job job) {
    const std::lock_guard lock(mutex_);
    job.quality = Job::Quality::Sharp;
    sharp_[job.client].push_back(std::move(job));
    jobsCame_.notify_one();
}

QImage ThumbnailLoader::Workers::load(const Job& job, ThumbnailCache* cache) const {
    const auto& [photo, file, stamp] = job.request;
    if (job.quality == Job::Quality::Sharp) {
        const auto sharp = decoder_.decodeToFit(file, 2 * std::max(job.tile.width(), job.tile.height()));
        return sharp ? toQImage(sharp->image) : QImage();
    }
    if (cache) {
        const auto cached = cache->find(photo, stamp);
        if (cached && *cached)
            return fromJpeg(**cached);
    }
    const auto decoded = decoder_.decodeToFit(file, thumbnailSide);
    if (!decoded)
        return {};
    if (const auto jpeg = encodeThumbnail(*decoded); jpeg && cache) {
        const Thumbnail thumbnail{photo, stamp, *jpeg};
        if (const auto stored = cache->put({&thumbnail, 1}); !stored)
            log(LogLevel::Debug, stored.error().text);
    }
    return toQImage(decoded->image);
}

} // namespace likeness::ui
