// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_scan.h"

#include "core/library/code_repository.h"
#include "core/library/content_hash.h"
#include "core/library/exclusions.h"
#include "core/library/folder_scan.h"
#include "core/library/photo_repository.h"
#include "core/library/retry_rule.h"
#include "core/library/window_repository.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t photosPerCommit = 256;
constexpr std::chrono::milliseconds longestDelay{500};

} // namespace

LibraryScan::LibraryScan(const Database& database, const CodeSetIds& ids, const IndexOptions& options,
                         LiveIndexes* indexes, IndexRunState& state)
    : database_(database),
      options_(options),
      indexes_(indexes),
      state_(state),
      ids_(ids),
      writer_(database),
      moves_(database),
      lastCommit_(Clock::now()) {}

Result<LibraryScan::Outcome> LibraryScan::run() {
    if (auto loaded = loadUnfinished(); !loaded)
        return loaded.error();
    auto excluded = exclusions(database_);
    if (!excluded)
        return excluded.error();
    exclusions_ = *std::move(excluded);
    auto plan = planScan(database_, options_.folders);
    if (!plan)
        return plan.error();
    outcome_.folderErrors = plan->folderErrors;
    for (const ScanTarget& target : plan->targets) {
        if (state_.stopping())
            break;
        if (auto scanned = scanTarget(*plan, target); !scanned)
            return scanned.error();
    }
    if (!state_.stopping())
        if (auto dropped = dropAbandonedRoots(database_); !dropped)
            return dropped.error();
    return std::move(outcome_);
}

Result<void> LibraryScan::loadUnfinished() {
    auto problems = PhotoRepository(database_).problems();
    if (!problems)
        return problems.error();
    for (Problem& problem : *problems)
        problems_.emplace(problem.photo, std::move(problem.error));
    auto lacking = photosLackingAnyCodes(database_, ids_);
    if (!lacking)
        return lacking.error();
    lackingCodes_ = *std::move(lacking);
    return {};
}

Result<void> LibraryScan::scanTarget(const ScanPlan& plan, const ScanTarget& target) {
    auto known = KnownPhotos::load(database_, target);
    if (!known)
        return known.error();
    const auto found = [&](const FoundFile& file) {
        state_.gate.pass(state_.stopToken());
        auto looked = look(target, *known, file);
        if (!looked)
            state_.fail(looked.error());
    };
    auto tally = scanFolder(target.folder(), scanOptions(plan, target), found, state_.stopToken());
    outcome_.otherFiles += tally.otherFiles;
    std::ranges::move(tally.folderErrors, std::back_inserter(outcome_.folderErrors));
    if (auto committed = commit(target); !committed)
        return committed;
    return markMissing(target, *known);
}

FolderScanOptions LibraryScan::scanOptions(const ScanPlan& plan, const ScanTarget& target) const {
    FolderScanOptions options;
    if (options_.hidden == IndexOptions::HiddenFiles::Include)
        options.hidden = FolderScanOptions::HiddenFiles::Include;
    if (!exclusions_.empty())
        options.leavesOut = [this, scope = target.scope](const fs::path& path) {
            return isExcluded(exclusions_, scope / path);
        };
    for (const fs::path& folder : plan.rootFolders)
        if (!target.scope.empty() || folder != target.root.folder)
            options.scannedElsewhere.push_back(folder);
    return options;
}

Result<void> LibraryScan::look(const ScanTarget& target, KnownPhotos& known, const FoundFile& file) {
    if (state_.stopping())
        return {};
    ++state_.found;
    const FoundFile inRoot{target.scope / file.relativePath, file.stamp};
    if (KnownPhoto* photo = known.find(inRoot.relativePath)) {
        photo->seen = true;
        lookAtKnownFile(target, *photo, inRoot);
    } else if (auto looked = lookAtNewFile(target, inRoot); !looked) {
        return looked;
    }
    return commitIfDue(target);
}

Result<void> LibraryScan::lookAtNewFile(const ScanTarget& target, const FoundFile& file) {
    const auto moved = moves_.find(target.root.folder / file.relativePath, file.stamp);
    if (!moved)
        return moved.error();
    if (!*moved) {
        batch_.added.push_back(file);
        return {};
    }
    const MovedPhoto& photo = **moved;
    ++state_.moved;
    batch_.moved.emplace_back(photo.id, file);
    if (photo.state != PhotoState::Indexed)
        todosOfBatch_.push_back({photo.id, Todo::File::AsKnown});
    else if (photo.wasMissing)
        searchableAgain_.push_back(photo.id);
    return {};
}

void LibraryScan::lookAtKnownFile(const ScanTarget& target, const KnownPhoto& photo, const FoundFile& file) {
    if (photo.stamp != file.stamp) {
        batch_.changed.push_back(photo.id);
        todosOfBatch_.push_back({photo.id, Todo::File::Changed});
        return;
    }
    if (photo.missing) {
        batch_.returned.push_back(photo.id);
        searchableAgain_.push_back(photo.id);
    }
    lookAtUnchangedFile(target.root.folder / file.relativePath, photo);
}

void LibraryScan::lookAtUnchangedFile(const fs::path& file, const KnownPhoto& photo) {
    const auto problem = problems_.find(photo.id);
    const bool retry =
        photo.state == PhotoState::Problem &&
        (problem == problems_.end() || isWorthRetrying(problem->second, file, options_.limits));
    if (photo.state == PhotoState::Pending || retry || lackingCodes_.contains(photo.id))
        todosOfBatch_.push_back({photo.id, Todo::File::AsKnown});
    else
        ++state_.unchanged;
}

/// A file that this scan left out but that is there (hidden, behind a folder that can't be read) is not
/// missing, and neither is anything where the whole folder is gone: its drive may not be connected.
Result<void> LibraryScan::markMissing(const ScanTarget& target, const KnownPhotos& known) {
    if (state_.stopping() || isGone(target.folder()))
        return {};
    const PhotoRepository repository(database_);
    for (const KnownPhoto& unseen : known.unseen()) {
        const auto photo = repository.photo(unseen.id);
        if (!photo)
            return photo.error();
        if (!isGone(photo->file))
            continue;
        ++state_.missing;
        if (!photo->missing)
            batch_.gone.push_back(photo->id);
        if (auto committed = commitIfDue(target); !committed)
            return committed;
    }
    return commit(target);
}

Result<void> LibraryScan::commitIfDue(const ScanTarget& target) {
    const bool full = batch_.size() + todosOfBatch_.size() >= photosPerCommit;
    return full || Clock::now() - lastCommit_ >= longestDelay ? commit(target) : Result<void>();
}

Result<void> LibraryScan::commit(const ScanTarget& target) {
    lastCommit_ = Clock::now();
    if (batch_.size() > 0) {
        const auto added = writer_.commit(target.root.id, batch_);
        if (!added)
            return added.error();
        if (auto updated = updateLiveIndex(); !updated)
            return updated;
        for (const PhotoId photo : *added)
            todosOfBatch_.push_back({photo, Todo::File::AsKnown});
        state_.photosChanged = true;
        batch_ = {};
    }
    state_.toIndex += static_cast<std::int64_t>(todosOfBatch_.size());
    for (const Todo& todo : std::exchange(todosOfBatch_, {}))
        state_.todos.add(todo);
    return {};
}

Result<void> LibraryScan::updateLiveIndex() {
    const auto again = std::exchange(searchableAgain_, {});
    if (indexes_ == nullptr)
        return {};
    indexes_->remove(batch_.changed);
    indexes_->remove(batch_.gone);
    const CodeRepository repository(database_, indexes_->recipe().fingerprint());
    const WindowRepository windows(database_, indexes_->recipe());
    const auto codes = repository.globalCodes(again);
    const auto regions = windows.codes(Granularity::Region, again);
    const auto parts = windows.codes(Granularity::Part, again);
    if (!codes || !regions || !parts)
        return !codes ? codes.error() : !regions ? regions.error() : parts.error();
    indexes_->global.put(*codes);
    indexes_->regions.put(*regions);
    indexes_->parts.put(*parts);
    return {};
}

} // namespace likeness
