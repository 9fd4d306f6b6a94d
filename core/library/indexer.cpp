// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/indexer.h"

#include "core/base/log.h"
#include "core/library/batch_writer.h"
#include "core/library/case_repository.h"
#include "core/library/code_snapshot.h"
#include "core/library/database.h"
#include "core/library/index_pipeline.h"
#include "core/library/index_run_state.h"
#include "core/library/keyword_catch_up.h"
#include "core/library/library_file.h"
#include "core/library/photo_writer.h"
#include "core/library/progress_meter.h"
#include "core/library/recipe_succession.h"
#include "core/library/thumbnail_cache.h"
#include "core/library/writer_lock.h"

#include <thread>
#include <utility>

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using Phase = IndexProgress::Phase;

constexpr std::chrono::milliseconds timeBetweenReports{250};

/// While it lives, each pass of the network keeps to one core, as the workers fill the others.
class OneThreadPerPass {
public:
    OneThreadPerPass() { setThreadsPerPass(1); }
    ~OneThreadPerPass() { setThreadsPerPass(static_cast<int>(std::thread::hardware_concurrency())); }
    OneThreadPerPass(const OneThreadPerPass&) = delete;
    OneThreadPerPass& operator=(const OneThreadPerPass&) = delete;
    OneThreadPerPass(OneThreadPerPass&&) = delete;
    OneThreadPerPass& operator=(OneThreadPerPass&&) = delete;
};

} // namespace

/// The run's own thread: stores what the pipeline makes, and tells the observer.
class Indexer::Run {
public:
    Run(IndexOptions options, std::shared_ptr<const Recipe> recipe, LiveIndexes* indexes,
        IndexObserver& observer)
        : options_(std::move(options)),
          recipe_(std::move(recipe)),
          indexes_(indexes),
          observer_(observer),
          state_(options_.pace),
          meter_(Clock::now()) {
        state_.todos.putFirst(options_.first);
    }

    void start() {
        if (!thread_.joinable())
            thread_ = std::jthread([this] { observer_.onFinished(run()); });
    }
    void wait() {
        if (thread_.joinable())
            thread_.join();
    }
    IndexRunState& state() { return state_; }

private:
    /// Everything that the run holds is free again before the observer hears of the end.
    Result<IndexSummary> run() {
        const Clock::time_point start = Clock::now();
        meter_ = ProgressMeter(start);
        auto summary = openAndIndex();
        phase_ = Phase::Finished;
        report(summary ? summary->problems : 0);
        if (summary)
            summary->elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
        return summary;
    }

    Result<IndexSummary> openAndIndex() {
        if (const auto kind = inspectLibraryFile(options_.libraryFile); !kind)
            return kind.error();
        const auto lock = WriterLock::acquire(options_.libraryFile);
        if (!lock)
            return lock.error();
        const auto database = Database::open(options_.libraryFile, OpenMode::Create);
        if (!database)
            return database.error();
        const auto ids = beginSuccession(*database, *recipe_);
        if (!ids)
            return ids.error();
        auto photos = PhotoWriter::open(*database, *ids);
        if (!photos)
            return photos.error();
        auto thumbnails = ThumbnailCache::open(options_.libraryFile);
        if (!thumbnails)
            return thumbnails.error();
        BatchWriter writer(*photos, *thumbnails, *recipe_, indexes_, options_.commitDelay);
        auto summary = index(*database, *ids, writer);
        if (!summary)
            return summary;
        if (const auto noted = noteInLog(*database, *summary); !noted)
            return noted.error();
        if (summary->cancelled)
            return summary;
        const auto succeeded = succeedWhereComplete(*database, *recipe_);
        if (!succeeded)
            return succeeded.error();
        summary->searchedAnew = *succeeded;
        // It saves time at the next start; without it nothing is lost.
        if (const auto refreshed = refreshCodeSnapshot(*database, *recipe_); !refreshed)
            log(LogLevel::Warning, refreshed.error().text);
        return summary;
    }

    Result<IndexSummary> index(const Database& database, const CodeSetIds& ids, BatchWriter& writer) {
        const OneThreadPerPass oneThreadPerPass;
        IndexPipeline pipeline(options_, recipe_, indexes_, ids, state_);
        Clock::time_point nextReport = Clock::now();
        while (!pipeline.results().finished()) {
            if (auto result = pipeline.results().popUntil(nextReport))
                writer.add(*std::move(result));
            if (writer.isDue(Clock::now()))
                store(writer);
            if (Clock::now() >= nextReport || phaseChanged()) {
                followPause();
                reportAll(writer);
                nextReport = Clock::now() + timeBetweenReports;
            }
        }
        store(writer);
        const LibraryScan::Outcome& scanned = pipeline.scanOutcome();
        reportAll(writer);
        // Before the pipeline goes, as that stops the run.
        const auto caughtUp = catchUpOnKeywords(database, state_.stopToken());
        if (auto error = state_.error())
            return *std::move(error);
        if (!caughtUp)
            return caughtUp.error();
        return summaryOf(writer.totals(), scanned);
    }

    /// A run that met nothing new is not worth an entry: what is missing was missing before, as a rule.
    static Result<void> noteInLog(const Database& database, const IndexSummary& summary) {
        if (summary.indexed + summary.moved + summary.problems == 0)
            return {};
        std::vector<CaseDetail> counts;
        for (const auto& [name, count] :
             {std::pair("photos", summary.indexed), std::pair("moved", summary.moved),
              std::pair("missing", summary.missing), std::pair("problems", summary.problems)})
            if (count > 0)
                counts.push_back({name, std::to_string(count)});
        const CaseAction action{CaseActionKind::PhotosIndexed, std::move(counts)};
        return CaseRepository(database).add(std::span(&action, 1));
    }

    void store(BatchWriter& writer) {
        if (state_.error())
            return;
        const auto photos = writer.flush();
        if (!photos)
            state_.fail(photos.error());
        else if (!photos->empty())
            observer_.onIndexed(*photos);
    }

    bool phaseChanged() { return phase_ == Phase::Scanning && state_.scanEnded; }

    void followPause() {
        if (state_.gate.isClosed())
            meter_.pause(Clock::now());
        else
            meter_.resume(Clock::now());
    }

    void reportAll(const BatchWriter& writer) {
        if (state_.photosChanged.exchange(false))
            observer_.onPhotosChanged();
        done_ = writer.totals().all();
        meter_.record(Clock::now(), done_);
        if (state_.scanEnded)
            phase_ = Phase::Indexing;
        report(writer.totals().problems);
    }

    void report(std::int64_t problems) {
        const Clock::time_point now = Clock::now();
        IndexProgress progress;
        progress.phase = phase_;
        progress.found = state_.found;
        progress.toIndex = state_.toIndex;
        progress.done = done_;
        progress.problems = problems;
        progress.photosPerSecond = meter_.photosPerSecond(now);
        if (phase_ == Phase::Indexing)
            progress.timeLeft = meter_.timeLeft(now, progress.toIndex - done_);
        progress.paused = state_.gate.isClosed();
        progress.pace = state_.pace.pace();
        observer_.onProgress(progress);
    }

    IndexSummary summaryOf(const BatchWriter::Totals& totals, const LibraryScan::Outcome& scanned) const {
        IndexSummary summary;
        summary.found = state_.found;
        summary.indexed = totals.indexed;
        summary.reencoded = totals.reencoded;
        summary.unchanged = state_.unchanged;
        summary.moved = state_.moved;
        summary.missing = state_.missing + totals.gone;
        summary.problems = totals.problems;
        summary.otherFiles = scanned.otherFiles;
        summary.folderErrors = scanned.folderErrors;
        summary.engineNotice = state_.notice();
        summary.cancelled = state_.stopping();
        return summary;
    }

    const IndexOptions options_;
    const std::shared_ptr<const Recipe> recipe_;
    LiveIndexes* const indexes_;
    IndexObserver& observer_;
    IndexRunState state_;
    ProgressMeter meter_;
    Phase phase_ = Phase::Scanning;
    std::int64_t done_ = 0;
    std::jthread thread_; // last: everything above is there as long as it runs
};

Indexer::Indexer(IndexOptions options, std::shared_ptr<const Recipe> recipe, LiveIndexes* indexes,
                 IndexObserver& observer)
    : run_(std::make_unique<Run>(std::move(options), std::move(recipe), indexes, observer)) {}

Indexer::~Indexer() {
    cancel();
    wait();
}

void Indexer::start() {
    run_->start();
}
void Indexer::pause() {
    run_->state().gate.close();
}
void Indexer::resume() {
    run_->state().gate.open();
}
void Indexer::setPace(Pace pace) {
    run_->state().pace.set(pace);
}
void Indexer::putFirst(std::vector<PhotoId> photos) {
    run_->state().todos.putFirst(photos);
}
void Indexer::cancel() {
    run_->state().stop();
}
void Indexer::wait() {
    run_->wait();
}

} // namespace likeness
