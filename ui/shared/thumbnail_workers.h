// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/thumbnail_loader.h"

#include "core/image/decoder.h"
#include "core/library/thumbnail_cache.h"

#include <QImage>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace likeness::ui {

/// One thumbnail to get.
struct ThumbnailLoader::Job {
    ThumbnailRequest request;
    QSize tile;
    const QObject* client = nullptr;
    enum class Quality { Quick, Sharp } quality = Quality::Quick;
};

/// The threads of a ThumbnailLoader and what waits for them.
class ThumbnailLoader::Workers {
public:
    /// Called on a worker; a null image says that the photo can't be shown.
    using Deliver = std::function<void(const Job&, QImage)>;

    Workers(std::filesystem::path libraryFile, Deliver deliver);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    Workers(Workers&&) = delete;
    Workers& operator=(Workers&&) = delete;

    /// Replaces what the client waits for.
    void replace(const QObject* client, std::deque<Job> jobs);

private:
    void run(const std::stop_token& stop);
    std::optional<Job> next(const std::stop_token& stop);
    std::optional<Job> takeFirst();
    void serve(Job job, ThumbnailCache* cache);
    void refineLater(Job job);
    QImage load(const Job& job, ThumbnailCache* cache) const;

    std::filesystem::path libraryFile_;
    Deliver deliver_;
    Decoder decoder_;
    std::mutex mutex_;
    std::condition_variable_any jobsCame_;
    std::map<const QObject*, std::deque<Job>> quick_;
    std::map<const QObject*, std::deque<Job>> sharp_;
    std::vector<std::jthread> threads_;
};

} // namespace likeness::ui
