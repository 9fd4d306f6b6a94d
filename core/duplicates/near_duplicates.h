// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/duplicates/duplicate_group.h"
#include "core/duplicates/run_control.h"
#include "core/image/decoder.h"
#include "core/index/live_index.h"
#include "core/library/code_repository.h"
#include "core/library/photo.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace likeness {

/// Where near-duplicates are looked for. All outlive the search.
struct NearDuplicateSource {
    std::filesystem::path libraryFile; // its thumbnails are read, on threads of the search
    const LiveIndex& index;            // global codes
    const CodeRepository& codes;       // re-ranking vectors, on the calling thread
    DecodeLimits limits;
};

struct NearDuplicates {
    std::vector<AlikePair> pairs; // compared pixel by pixel; by first, then by second photo
    std::size_t unreadable = 0;   // photos that could not be looked at
    std::size_t compared = 0;     // pairs
};

/// Finds copies of photos that were saved again, resized, edited, cut, mirrored or turned. Codes propose
/// pairs (copy_candidates.h), pixels decide (photo_look.h); where a photo has several copies, the one that
/// most others are alike with is compared with all of them.
///
/// Works on all cores and returns when it is done, or soon after the run is stopped (Cancelled).
/// LibraryFailed, LibraryDamaged.
Result<NearDuplicates> findNearDuplicates(const NearDuplicateSource& source, std::span<const Photo> photos,
                                          const DuplicateRun& run);

} // namespace likeness
