// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/indexing_run.h"

namespace likeness::ui {

IndexingRun::IndexingRun(IndexOptions options, std::shared_ptr<const Recipe> recipe,
                         std::shared_ptr<LiveIndexes> indexes, QObject* parent)
    : QObject(parent),
      indexes_(std::move(indexes)),
      indexer_(std::make_unique<Indexer>(std::move(options), std::move(recipe), indexes_.get(),
                                         static_cast<IndexObserver&>(*this))) {}

IndexingRun::~IndexingRun() {
    indexer_.reset();
}

void IndexingRun::onProgress(const IndexProgress& progress) {
    QMetaObject::invokeMethod(
        this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
}

void IndexingRun::onPhotosChanged() {
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT photosChanged(); }, Qt::QueuedConnection);
}

void IndexingRun::onIndexed(std::span<const PhotoId>) {
    onPhotosChanged();
}

void IndexingRun::onFinished(const Result<IndexSummary>& summary) {
    QMetaObject::invokeMethod(
        this, [this, summary] { Q_EMIT finished(summary); }, Qt::QueuedConnection);
}

} // namespace likeness::ui
