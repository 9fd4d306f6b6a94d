// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/index/live_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace likeness {

/// What an index holds, as segments that don't change, each in the order of its photos (a log-structured
/// merge tree: O'Neil, Cheng, Gawlick and O'Neil 1996). What is added becomes a segment; segments of like
/// size are merged, so that there are few; what is removed or replaced is dropped by its row's mark. So a
/// large segment, such as one in a mapped file, is not copied for a few new photos, and ties by row are ties
/// by id.
///
/// A Segment has `SharedArray<PhotoId> photos`, ascending, and a `Segment::Builder` with `append(segment,
/// row)` and `finish()`.
template <typename Segment>
class SegmentList {
public:
    struct Part {
        Segment segment;
        LiveRows live;
    };
    struct Place {
        const Part* part;
        std::size_t row;
    };

    std::span<const Part> parts() const { return parts_; }

    std::size_t size() const {
        std::size_t photos = 0;
        for (const Part& part : parts_)
            photos += part.live.count();
        return photos;
    }

    /// Its photos take the place of those of the same id.
    void add(Segment segment) {
        remove(segment.photos.items());
        const std::size_t rows = segment.photos.items().size();
        if (rows == 0)
            return;
        parts_.push_back({std::move(segment), LiveRows(rows)});
        while (parts_.size() > 1 && parts_[parts_.size() - 2].live.count() <= 2 * parts_.back().live.count())
            mergeLastTwo();
    }

    void remove(std::span<const PhotoId> photos) {
        for (Part& part : parts_)
            for (const PhotoId photo : photos)
                if (const auto row = rowOf(part.segment, photo))
                    part.live.drop(*row);
        std::erase_if(parts_, [](const Part& part) { return part.live.count() == 0; });
    }

    std::optional<Place> find(PhotoId photo) const {
        for (const Part& part : parts_)
            if (const auto row = rowOf(part.segment, photo); row && part.live.contains(*row))
                return Place{&part, *row};
        return std::nullopt;
    }

    /// Whether it is live or not.
    static std::optional<std::size_t> rowOf(const Segment& segment, PhotoId photo) {
        const auto photos = segment.photos.items();
        const auto found = std::ranges::lower_bound(photos, photo);
        if (found == photos.end() || *found != photo)
            return std::nullopt;
        return static_cast<std::size_t>(found - photos.begin());
    }

    /// The rows of a part that are live and whose photos are among these, ascending; as ScanOptions takes
    /// them.
    static std::vector<std::uint64_t> rowsAmong(const Part& part, std::span<const PhotoId> photos) {
        const auto own = part.segment.photos.items();
        std::vector<std::uint64_t> rows((own.size() + 63) / 64);
        auto wanted = photos.begin();
        for (std::size_t row = 0; row < own.size() && wanted != photos.end(); ++row) {
            while (wanted != photos.end() && *wanted < own[row])
                ++wanted;
            if (wanted != photos.end() && *wanted == own[row] && part.live.contains(row))
                rows[row / 64] |= std::uint64_t{1} << (row % 64);
        }
        return rows;
    }

private:
    void mergeLastTwo() {
        const Part second = std::move(parts_.back());
        parts_.pop_back();
        Part merged = joined(parts_.back(), second);
        parts_.back() = std::move(merged);
    }

    static Part joined(const Part& a, const Part& b) {
        const auto as = a.segment.photos.items();
        const auto bs = b.segment.photos.items();
        typename Segment::Builder builder;
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < as.size() || j < bs.size()) {
            const bool takeA = j == bs.size() || (i < as.size() && as[i] < bs[j]);
            const Part& part = takeA ? a : b;
            const std::size_t row = takeA ? i++ : j++;
            if (part.live.contains(row))
                builder.append(part.segment, row);
        }
        const std::size_t rows = a.live.count() + b.live.count();
        return {builder.finish(), LiveRows(rows)};
    }

    std::vector<Part> parts_;
};

} // namespace likeness
