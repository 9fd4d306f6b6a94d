// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/index/live_indexes.h"
#include "core/library/code_set.h"
#include "core/library/database.h"
#include "core/library/index_run_state.h"
#include "core/library/indexer.h"
#include "core/library/known_photos.h"
#include "core/library/move_finder.h"
#include "core/library/scan_plan.h"
#include "core/library/scan_writer.h"
#include "core/library/todo_list.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace likeness {

/// The scan of one indexing run: compares the folders with the library, writes down what is new, moved,
/// changed, missing or back again, and lists what has to be indexed. Works on a thread and a connection of
/// its own.
class LibraryScan {
public:
    struct Outcome {
        std::int64_t otherFiles = 0;
        std::vector<Error> folderErrors;
    };

    /// All outlive the scan; `indexes` may be null.
    LibraryScan(const Database& database, const CodeSetIds& ids, const IndexOptions& options,
                LiveIndexes* indexes, IndexRunState& state);

    /// LibraryFailed, LibraryDamaged, DiskFull.
    Result<Outcome> run();

private:
    Result<void> loadUnfinished();
    Result<void> scanTarget(const ScanPlan& plan, const ScanTarget& target);
    FolderScanOptions scanOptions(const ScanPlan& plan, const ScanTarget& target) const;
    Result<void> look(const ScanTarget& target, KnownPhotos& known, const FoundFile& file);
    Result<void> lookAtNewFile(const ScanTarget& target, const FoundFile& file);
    void lookAtKnownFile(const ScanTarget& target, const KnownPhoto& photo, const FoundFile& file);
    void lookAtUnchangedFile(const std::filesystem::path& file, const KnownPhoto& photo);
    Result<void> markMissing(const ScanTarget& target, const KnownPhotos& known);
    Result<void> commitIfDue(const ScanTarget& target);
    Result<void> commit(const ScanTarget& target);
    Result<void> updateLiveIndex();

    const Database& database_;
    const IndexOptions& options_;
    LiveIndexes* indexes_;
    IndexRunState& state_;
    CodeSetIds ids_;
    ScanWriter writer_;
    MoveFinder moves_;
    std::vector<std::string> exclusions_;
    std::unordered_map<PhotoId, Error> problems_;
    std::unordered_set<PhotoId> lackingCodes_;
    ScanBatch batch_;
    std::vector<Todo> todosOfBatch_;
    std::vector<PhotoId> searchableAgain_;
    std::chrono::steady_clock::time_point lastCommit_;
    Outcome outcome_;
};

} // namespace likeness
