// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/library/code_set.h"
#include "core/library/index_job.h"
#include "core/library/index_run_state.h"
#include "core/library/indexer.h"
#include "core/library/library_scan.h"

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace likeness {

/// The threads of a run but for the one that stores: scan -> to-do list -> feeder -> jobs -> workers ->
/// results. All queues but the to-do list are bounded, so memory doesn't grow with the library.
class IndexPipeline {
public:
    /// All outlive the pipeline. Starts at once.
    IndexPipeline(const IndexOptions& options, std::shared_ptr<const Recipe> recipe, LiveIndexes* indexes,
                  const CodeSetIds& ids, IndexRunState& state);
    /// Stops and waits.
    ~IndexPipeline();
    IndexPipeline(const IndexPipeline&) = delete;
    IndexPipeline& operator=(const IndexPipeline&) = delete;
    IndexPipeline(IndexPipeline&&) = delete;
    IndexPipeline& operator=(IndexPipeline&&) = delete;

    /// What the workers made; finished when all work is done, cancelled or failed. Has to be emptied.
    BoundedQueue<IndexResult>& results() { return results_; }

    /// Valid after results() is finished.
    const LibraryScan::Outcome& scanOutcome();

private:
    void scan();
    void feed();
    void work(int worker);

    const IndexOptions& options_;
    const std::shared_ptr<const Recipe> recipe_;
    LiveIndexes* const indexes_;
    const CodeSetIds ids_;
    IndexRunState& state_;
    BoundedQueue<IndexJob> jobs_;
    BoundedQueue<IndexResult> results_;
    std::atomic<int> busyWorkers_;
    LibraryScan::Outcome scanOutcome_;
    std::stop_callback<std::function<void()>> onStop_;
    std::vector<std::jthread> workers_;
    std::jthread feeder_;
    std::jthread scanner_;
};

} // namespace likeness
