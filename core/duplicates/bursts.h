// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/duplicates/duplicate_group.h"
#include "core/duplicates/run_control.h"
#include "core/library/code_repository.h"
#include "core/library/photo.h"

#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

struct BurstOptions {
    std::int64_t seconds = 10;    // between two photos, by the camera's clock
    double leastSimilarity = 0.5; // cosine of the re-ranking vectors
};

/// Pairs that the same camera took within some seconds and that look alike. Photos without a capture time are
/// in none. LibraryFailed, LibraryDamaged.
Result<std::vector<AlikePair>> burstPairs(std::span<const Photo> photos, const CodeRepository& codes,
                                          const BurstOptions& options, const DuplicateRun& run);

} // namespace likeness
