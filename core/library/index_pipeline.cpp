// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/index_pipeline.h"

#include "core/base/thread_priority.h"
#include "core/library/database.h"
#include "core/library/index_worker.h"
#include "core/library/job_feeder.h"

#include <algorithm>
#include <utility>

namespace likeness {
namespace {

int workerCount(const IndexOptions& options) {
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    return std::max(options.workers > 0 ? options.workers : cores, 1);
}

std::size_t queueLength(const IndexOptions& options) {
    return 2 * static_cast<std::size_t>(workerCount(options));
}

} // namespace

IndexPipeline::IndexPipeline(const IndexOptions& options, std::shared_ptr<const Recipe> recipe,
                             LiveIndexes* indexes, const CodeSetIds& ids, IndexRunState& state)
    : options_(options),
      recipe_(std::move(recipe)),
      indexes_(indexes),
      ids_(ids),
      state_(state),
      jobs_(queueLength(options)),
      results_(queueLength(options)),
      busyWorkers_(workerCount(options)),
      onStop_(state.stopToken(),
              [this] {
                  state_.todos.abandon();
                  jobs_.abandon();
              }),
      feeder_([this] { feed(); }),
      scanner_([this] { scan(); }) {
    for (int i = 0; i < workerCount(options); ++i)
        workers_.emplace_back([this, i] { work(i); });
}

IndexPipeline::~IndexPipeline() {
    state_.stop();
    results_.abandon();
}

const LibraryScan::Outcome& IndexPipeline::scanOutcome() {
    if (scanner_.joinable())
        scanner_.join();
    return scanOutcome_;
}

void IndexPipeline::scan() {
    const auto database = Database::open(options_.libraryFile, OpenMode::Write);
    auto outcome = database ? LibraryScan(*database, ids_, options_, indexes_, state_).run()
                            : Result<LibraryScan::Outcome>(database.error());
    if (outcome)
        scanOutcome_ = *std::move(outcome);
    else
        state_.fail(outcome.error());
    state_.scanEnded = true;
    state_.todos.close();
}

void IndexPipeline::feed() {
    const auto database = Database::open(options_.libraryFile, OpenMode::ReadOnly);
    const auto fed =
        database ? JobFeeder(*database, ids_).feed(state_.todos, jobs_) : Result<void>(database.error());
    if (!fed)
        state_.fail(fed.error());
    jobs_.close();
}

void IndexPipeline::work(int number) {
    if (options_.priority == IndexOptions::Priority::GiveWay)
        giveWayToOthers();
    IndexWorker worker(recipe_, options_.engine, options_.limits);
    auto worked = WorkPace::Clock::duration::zero();
    for (;;) {
        state_.pace.wait(number, worked, state_.stopToken());
        auto job = jobs_.pop();
        if (!job)
            break;
        state_.gate.pass(state_.stopToken());
        if (state_.stopping())
            break;
        const auto start = WorkPace::Clock::now();
        auto result = worker.process(*job);
        worked = WorkPace::Clock::now() - start;
        if (!worker.engineNotice().empty())
            state_.setNotice(worker.engineNotice());
        if (!result) {
            state_.fail(result.error());
            break;
        }
        results_.push(*std::move(result));
    }
    state_.pace.end();
    if (--busyWorkers_ == 0)
        results_.close();
}

} // namespace likeness
