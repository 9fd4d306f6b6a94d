// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/indexer.h"

#include <QObject>

#include <memory>
#include <utility>
#include <vector>

namespace likeness::ui {

/// One indexing run as Qt signals, all of them on the thread that owns the object. Destruction cancels the
/// run and waits for it.
class IndexingRun : public QObject, private IndexObserver {
    Q_OBJECT

public:
    IndexingRun(IndexOptions options, std::shared_ptr<const Recipe> recipe,
                std::shared_ptr<LiveIndexes> indexes, QObject* parent = nullptr);
    ~IndexingRun() override;

    void start() { indexer_->start(); }
    void pause() { indexer_->pause(); }
    void resume() { indexer_->resume(); }
    void cancel() { indexer_->cancel(); }
    void setPace(Pace pace) { indexer_->setPace(pace); }
    void putFirst(std::vector<PhotoId> photos) { indexer_->putFirst(std::move(photos)); }

Q_SIGNALS:
    void progressed(const likeness::IndexProgress& progress);
    void photosChanged();
    void finished(const likeness::Result<likeness::IndexSummary>& summary);

private:
    void onProgress(const IndexProgress& progress) override;
    void onPhotosChanged() override;
    void onIndexed(std::span<const PhotoId> photos) override;
    void onFinished(const Result<IndexSummary>& summary) override;

    std::shared_ptr<LiveIndexes> indexes_;
    std::unique_ptr<Indexer> indexer_;
};

} // namespace likeness::ui
