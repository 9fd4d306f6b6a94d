// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/worker_pool.h"
#include "core/hashing/hash_code.h"
#include "core/hashing/window_codes.h"
#include "core/index/code_segment.h"
#include "core/index/photo_distance.h"
#include "core/index/segment_list.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <span>
#include <vector>

namespace likeness {

struct IndexedWindows {
    PhotoId photo;
    WindowCodes codes;
};

/// The window codes of a library in memory, some for each photo, searched exactly. Thread-safe: searches run
/// side by side, an update waits for them. Learns of photos only after their codes were committed.
class WindowIndex {
public:
    /// All codes have `bits` bits.
    explicit WindowIndex(int bits) : bits_(bits), pool_(sharedWorkerPool()) {}

    int bits() const { return bits_; }
    std::size_t size() const; // photos

    /// Adds photos, or replaces the codes of those already there; of a photo that is named twice the last
    /// codes count. Photos without codes are left out.
    void put(std::span<const IndexedWindows> photos);
    void put(WindowSegment photos);
    void remove(std::span<const PhotoId> photos);

    /// The k nearest photos, ties by photo id. A photo's distance is that of its best window; with several
    /// queries, the sum over them.
    std::vector<PhotoDistance> nearest(std::span<const HashCode> queries, std::size_t k) const;

    /// The same among these photos alone, which ascend; ids that are not in the index don't count.
    std::vector<PhotoDistance> nearestAmong(std::span<const PhotoId> photos,
                                            std::span<const HashCode> queries, std::size_t k) const;

    /// The codes of the photos asked for, in their order; photos that are not in the index are left out.
    std::vector<IndexedWindows> codesOf(std::span<const PhotoId> photos) const;

private:
    using Codes = SegmentList<WindowSegment>;
    std::vector<PhotoDistance> nearestInPart(const Codes::Part& part, std::span<const HashCode> queries,
                                             std::size_t k, std::span<const std::uint64_t> rows) const;

    const int bits_;
    const std::shared_ptr<WorkerPool> pool_;
    mutable std::shared_mutex mutex_;
    Codes codes_;
};

} // namespace likeness
