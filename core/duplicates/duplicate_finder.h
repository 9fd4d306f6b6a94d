// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/duplicates/bursts.h"
#include "core/duplicates/duplicate_group.h"
#include "core/duplicates/keeper_rules.h"
#include "core/duplicates/run_control.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/index/live_index.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <chrono>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace likeness {

struct DuplicateRequest {
    std::vector<DuplicateKind> kinds{allDuplicateKinds.begin(), allDuplicateKinds.end()};
    /// Protected folders are those of the library, whatever stands here.
    KeeperPolicy keepers;
    BurstOptions bursts;
    DecodeLimits limits;
};

struct DuplicateReport {
    /// By kind, then those that free most first.
    std::vector<DuplicateGroup> groups;
    /// The photos of the groups.
    std::unordered_map<PhotoId, Photo> photos;
    std::size_t searched = 0;   // photos
    std::size_t compared = 0;   // pairs, pixel by pixel
    std::size_t unreadable = 0; // photos that could not be compared
    std::chrono::milliseconds elapsed{0};
};

/// Suggests keepers anew, by another policy, and counts the space anew.
void suggestKeepers(DuplicateReport& report, const KeeperPolicy& policy);

/// Finds the duplicates of a library, on the calling thread and all cores; a window calls it on a thread of
/// its own. Of exact copies one alone is compared with other photos. What the user said are no duplicates is
/// left out. `index` holds the codes of `recipe`. Cancelled, LibraryFailed, LibraryDamaged.
Result<DuplicateReport> findDuplicates(const Database& database, const LiveIndex& index, const Recipe& recipe,
                                       const DuplicateRequest& request, const DuplicateRun& run);

} // namespace likeness
