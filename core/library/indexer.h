// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/index/live_indexes.h"
#include "core/library/photo.h"
#include "core/library/work_pace.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace likeness {

struct IndexOptions {
    std::filesystem::path libraryFile;
    /// Folders to add and scan. Empty: scan all folders that the library knows.
    std::vector<std::filesystem::path> folders;
    Engine engine = Engine::Auto;
    int workers = 0; // threads that decode and run the network; 0: one per core
    Pace pace = Pace::Full;
    /// Whether workers give way to all other threads, as a window needs while it indexes; see
    /// giveWayToOthers.
    enum class Priority { Normal, GiveWay } priority = Priority::Normal;
    /// Those of them that have to be indexed come first, in this order.
    std::vector<PhotoId> first;
    DecodeLimits limits;
    /// How long a finished photo waits for others to be committed with it.
    std::chrono::milliseconds commitDelay{500};
    enum class HiddenFiles { Skip, Include } hidden = HiddenFiles::Skip;
};

struct IndexProgress {
    enum class Phase { Scanning, Indexing, Finished } phase = Phase::Scanning;
    std::int64_t found = 0;     // photo files seen by the scan so far
    std::int64_t toIndex = 0;   // of these, those that need decoding (grows while scanning)
    std::int64_t done = 0;      // of these, those done or listed as a problem
    std::int64_t problems = 0;  // listed in this run
    double photosPerSecond = 0; // over the last seconds, pauses left out
    std::optional<std::chrono::seconds> timeLeft;
    bool paused = false;
    Pace pace = Pace::Full;
};

struct IndexSummary {
    std::int64_t found = 0;          // photo files below the folders
    std::int64_t indexed = 0;        // decoded and stored in this run
    std::int64_t reencoded = 0;      // stored anew from their descriptors, without decoding
    std::int64_t unchanged = 0;      // cost one stat
    std::int64_t moved = 0;          // recognised by content in a new place
    std::int64_t missing = 0;        // known, but no longer there
    std::int64_t problems = 0;       // files of this run that could not be read
    std::int64_t otherFiles = 0;     // files that are no photos
    std::vector<Error> folderErrors; // folders that could not be read
    std::string engineNotice;        // see OpenedBackbone::notice
    bool searchedAnew = false; // the library went over to the codes of this run; see recipe_succession.h
    bool cancelled = false;
    std::chrono::milliseconds elapsed{0};
};

/// Hears of an indexing run. Called on the run's own thread, one call at a time; must return quickly.
class IndexObserver {
public:
    IndexObserver() = default;
    IndexObserver(const IndexObserver&) = delete;
    IndexObserver& operator=(const IndexObserver&) = delete;
    IndexObserver(IndexObserver&&) = delete;
    IndexObserver& operator=(IndexObserver&&) = delete;
    virtual ~IndexObserver() = default;

    /// About four times a second, and at each change of phase.
    virtual void onProgress(const IndexProgress& progress) = 0;
    /// Photos that the scan found or changed were committed (state Pending, moved, missing).
    virtual void onPhotosChanged() = 0;
    /// Photos whose codes were committed and are in the live index.
    virtual void onIndexed(std::span<const PhotoId> photos) = 0;
    virtual void onFinished(const Result<IndexSummary>& summary) = 0;
};

/// One indexing run: scans folders, decodes, runs the network, stores codes, descriptors and thumbnails, and
/// then feeds the live index. Works on threads of its own; what was committed stays, whatever happens, and a
/// later run goes on from there. Holds the library's WriterLock while it runs.
///
/// Fails as a whole only where the library can't be written or the network can't run; a photo that can't be
/// read becomes a row of the problem list.
class Indexer {
public:
    /// `indexes` may be null. It and `observer` outlive the indexer.
    Indexer(IndexOptions options, std::shared_ptr<const Recipe> recipe, LiveIndexes* indexes,
            IndexObserver& observer);
    /// Cancels and waits.
    ~Indexer();
    Indexer(const Indexer&) = delete;
    Indexer& operator=(const Indexer&) = delete;
    Indexer(Indexer&&) = delete;
    Indexer& operator=(Indexer&&) = delete;

    void start();
    void pause();
    void resume();
    void setPace(Pace pace);
    /// Photos that someone looks at: those of them that still have to be indexed come next, in this order.
    /// Takes the place of IndexOptions::first and of earlier calls.
    void putFirst(std::vector<PhotoId> photos);
    /// Asks the run to end soon; photos in hand are still stored.
    void cancel();
    /// Waits for the end of the run.
    void wait();

private:
    class Run;
    std::unique_ptr<Run> run_;
};

} // namespace likeness
