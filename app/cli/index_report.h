// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_line.h"
#include "core/library/indexer.h"

#include <chrono>
#include <future>
#include <span>

namespace likeness::cli {

/// Shows an indexing run on the progress line, and hands its end over to the thread that waits.
class IndexReport : public IndexObserver {
public:
    IndexReport() : ended_(end_.get_future()) {}

    /// True once the run has ended, false when the time is up before.
    bool waitForEnd(std::chrono::milliseconds time) const;
    /// What the run ended with; waits for it. Once only.
    Result<IndexSummary> summary() { return ended_.get(); }

    void onProgress(const IndexProgress& progress) override;
    void onPhotosChanged() override {}
    void onIndexed(std::span<const PhotoId>) override {}
    void onFinished(const Result<IndexSummary>& summary) override;

private:
    ProgressLine line_;
    std::promise<Result<IndexSummary>> end_;
    std::future<Result<IndexSummary>> ended_;
};

} // namespace likeness::cli
