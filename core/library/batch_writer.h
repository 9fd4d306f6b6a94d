// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/index/live_indexes.h"
#include "core/library/index_job.h"
#include "core/library/photo_writer.h"
#include "core/library/thumbnail_cache.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace likeness {

/// Gathers results and stores them a batch at a time: photos in one transaction, then thumbnails, and only
/// then the live index learns of them.
class BatchWriter {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t photosPerBatch = 256;

    struct Totals {
        std::int64_t indexed = 0;
        std::int64_t reencoded = 0;
        std::int64_t problems = 0;
        std::int64_t gone = 0;
        std::int64_t all() const { return indexed + reencoded + problems + gone; }
    };

    /// All last as long as the writer; `indexes` may be null, and gets of the recipe's codes those that it is
    /// for. A result waits at most `longestDelay` for others.
    BatchWriter(PhotoWriter& photos, ThumbnailCache& thumbnails, const Recipe& recipe, LiveIndexes* indexes,
                Clock::duration longestDelay)
        : photos_(photos),
          thumbnails_(thumbnails),
          recipe_(recipe),
          indexes_(indexes),
          longestDelay_(longestDelay) {}

    void add(IndexResult result);
    /// A batch is full, or its first result waited long enough.
    bool isDue(Clock::time_point now) const;
    /// Stores what was gathered and gives the photos that can be found from now on. LibraryFailed, DiskFull.
    Result<std::vector<PhotoId>> flush();

    /// Of all results added.
    const Totals& totals() const { return totals_; }

private:
    Result<void> storeThumbnails();
    std::vector<PhotoId> publish();
    bool isFor(Granularity granularity) const;

    PhotoWriter& photos_;
    ThumbnailCache& thumbnails_;
    const Recipe& recipe_;
    LiveIndexes* indexes_;
    Clock::duration longestDelay_;
    std::vector<IndexResult> batch_;
    Clock::time_point firstAdded_;
    Totals totals_;
};

} // namespace likeness
