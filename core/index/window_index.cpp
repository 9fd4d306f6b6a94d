// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/window_index.h"

#include "core/index/nearest_scan.h"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <utility>

namespace likeness {

std::size_t WindowIndex::size() const {
    std::shared_lock lock(mutex_);
    return codes_.size();
}

void WindowIndex::put(std::span<const IndexedWindows> photos) {
    std::vector<const IndexedWindows*> order;
    for (const IndexedWindows& photo : photos)
        order.push_back(&photo);
    std::ranges::stable_sort(order, {}, &IndexedWindows::photo);
    WindowSegment::Builder builder;
    std::vector<PhotoId> withoutCodes;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [photo, codes] = *order[i];
        if (i + 1 < order.size() && order[i + 1]->photo == photo)
            continue; // the last one counts
        assert(codes.size() == 0 || codes.bits == bits_);
        if (codes.size() == 0)
            withoutCodes.push_back(photo);
        else
            builder.append(photo, codes.windows, codes.words);
    }
    remove(withoutCodes);
    put(builder.finish());
}

void WindowIndex::put(WindowSegment photos) {
    std::unique_lock lock(mutex_);
    codes_.add(std::move(photos));
}

void WindowIndex::remove(std::span<const PhotoId> photos) {
    std::unique_lock lock(mutex_);
    codes_.remove(photos);
}

std::vector<PhotoDistance> WindowIndex::nearest(std::span<const HashCode> queries, std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<PhotoDistance> nearest;
    for (const Codes::Part& part : codes_.parts())
        nearest = nearestOf(nearest, nearestInPart(part, queries, k, part.live.bitmap()), k);
    return nearest;
}

std::vector<PhotoDistance> WindowIndex::nearestAmong(std::span<const PhotoId> photos,
                                                     std::span<const HashCode> queries, std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<PhotoDistance> nearest;
    for (const Codes::Part& part : codes_.parts())
        nearest = nearestOf(nearest, nearestInPart(part, queries, k, Codes::rowsAmong(part, photos)), k);
    return nearest;
}

/// Under a lock of mutex_.
std::vector<PhotoDistance> WindowIndex::nearestInPart(const Codes::Part& part,
                                                      std::span<const HashCode> queries, std::size_t k,
                                                      std::span<const std::uint64_t> rows) const {
    const WindowRows windows{{part.segment.words.items(), bits_}, part.segment.starts.items()};
    std::vector<PhotoDistance> photos;
    for (const auto& [row, distance] :
         nearestWindows(windows, queries, k, {.pool = pool_.get(), .rows = rows}))
        photos.push_back({part.segment.photos.items()[row], distance});
    return photos;
}

std::vector<IndexedWindows> WindowIndex::codesOf(std::span<const PhotoId> photos) const {
    std::shared_lock lock(mutex_);
    std::vector<IndexedWindows> found;
    for (const PhotoId photo : photos)
        if (const auto place = codes_.find(photo)) {
            const WindowSegment& segment = place->part->segment;
            const auto words = segment.codes(place->row);
            found.push_back(
                {photo, {bits_, segment.windowNumbers(place->row), {words.begin(), words.end()}}});
        }
    return found;
}

} // namespace likeness
