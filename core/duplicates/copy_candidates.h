// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/worker_pool.h"
#include "core/duplicates/gradient_code.h"
#include "core/duplicates/run_control.h"
#include "core/index/live_index.h"
#include "core/library/code_repository.h"
#include "core/library/photo.h"

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// Two photos that may be copies of each other, by their rows.
struct CopyCandidate {
    std::uint32_t first = 0; // < second
    std::uint32_t second = 0;
    /// How `second` may lie to be the same picture as `first`, by allOrientations.
    std::bitset<allOrientations.size()> orientations;
    /// Local features are to find out how it lies.
    bool toAlign = false;
};

/// Proposes copies of whole photos in eight orientations: nearest gradient codes of each photo, laid in each
/// of them, whose miniatures correlate. By first, then by second row.
std::vector<CopyCandidate> wholeCandidates(std::span<const Miniature> photos, WorkerPool& pool,
                                           const DuplicateRun& run);

/// Proposes cut-outs and stronger edits: the photos whose global codes are the nearest, as far as their
/// re-ranking vectors are alike, too. `photos` by row; those that the index doesn't hold are left out.
/// LibraryFailed, LibraryDamaged.
Result<std::vector<CopyCandidate>> cutCandidates(std::span<const Photo> photos, const LiveIndex& index,
                                                 const CodeRepository& codes, const DuplicateRun& run);

/// One candidate for each pair.
std::vector<CopyCandidate> merged(std::vector<CopyCandidate> a, std::span<const CopyCandidate> b);

/// The same pairs in an order in which photos that are compared with each other stand together, so that few
/// have to be read twice.
std::vector<CopyCandidate> inReadingOrder(std::vector<CopyCandidate> candidates, std::size_t photos);

} // namespace likeness
