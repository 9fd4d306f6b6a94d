// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/worker_pool.h"
#include "core/hashing/hash_code.h"
#include "core/index/code_segment.h"
#include "core/index/hash_tables.h"
#include "core/index/photo_distance.h"
#include "core/index/segment_list.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <vector>

namespace likeness {

struct IndexedCode {
    PhotoId photo;
    HashCode code;
};

/// The codes of a library in memory, searched exactly. Thread-safe: searches run side by side, an update
/// waits for them. A search of a large library runs on all cores. Learns of photos only after their codes
/// were committed.
class LiveIndex {
public:
    /// All codes have `bits` bits.
    explicit LiveIndex(int bits);

    int bits() const { return bits_; }
    std::size_t size() const;

    /// Adds photos, or replaces the codes of those already there; of a photo that is named twice the last
    /// code counts.
    void put(std::span<const IndexedCode> codes);
    void put(CodeSegment codes);
    void remove(std::span<const PhotoId> photos);

    /// The k nearest photos by Hamming distance, ties by photo id.
    std::vector<PhotoDistance> nearest(const HashCode& query, std::size_t k) const;

    /// The same among these photos alone, which ascend (of a folder, with a tag); ids that are not in the
    /// index don't count.
    std::vector<PhotoDistance> nearestAmong(std::span<const PhotoId> photos, const HashCode& query,
                                            std::size_t k) const;

    /// The k nearest photos to each of several queries: faster than to search for one after the other.
    std::vector<std::vector<PhotoDistance>> nearestOfEach(std::span<const HashCode> queries,
                                                          std::size_t k) const;

    /// The k nearest among the photos that share a bucket with the query (HashTables, multi-probe), ties by
    /// photo id: without a look at every code, so that some near photos may be missed. The first call after a
    /// change builds the tables.
    std::vector<PhotoDistance> nearestInBuckets(const HashCode& query, std::size_t k) const;

    /// The codes of the photos asked for, in their order; photos that are not in the index are left out.
    std::vector<IndexedCode> codesOf(std::span<const PhotoId> photos) const;

private:
    using Codes = SegmentList<CodeSegment>;
    using Tables = std::vector<std::shared_ptr<const HashTables>>;

    std::vector<PhotoDistance> nearestInPart(const Codes::Part& part, const HashCode& query, std::size_t k,
                                             std::span<const std::uint64_t> rows) const;
    std::shared_ptr<const Tables> tables() const;

    const int bits_;
    const std::shared_ptr<WorkerPool> pool_;
    mutable std::shared_mutex mutex_;
    Codes codes_;
    mutable std::mutex tablesMutex_;
    mutable std::shared_ptr<const Tables> tables_; // by part; null where they are still to be built
};

} // namespace likeness
