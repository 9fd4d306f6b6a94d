// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/window_index.h"

#include "core/index/nearest_scan.h"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace likeness {

std::size_t WindowIndex::size() const {
    std::shared_lock lock(mutex_);
    return photos_.size();
}

void WindowIndex::put(std::span<const IndexedWindows> photos) {
    std::unordered_map<PhotoId, const IndexedWindows*> last;
    for (const IndexedWindows& photo : photos)
        last[photo.photo] = &photo;
    std::unique_lock lock(mutex_);
    if (std::ranges::any_of(photos, [&](const IndexedWindows& photo) {
            return std::ranges::binary_search(photos_, photo.photo);
        }))
        drop([&](PhotoId photo) { return last.contains(photo); });
    bool ascending = true;
    for (const IndexedWindows& photo : photos) {
        if (last[photo.photo] != &photo || photo.codes.size() == 0)
            continue;
        ascending = ascending && (photos_.empty() || photos_.back() < photo.photo);
        append(photo);
    }
    if (!ascending)
        sortByPhoto();
}

void WindowIndex::remove(std::span<const PhotoId> photos) {
    const std::unordered_set<PhotoId> gone(photos.begin(), photos.end());
    std::unique_lock lock(mutex_);
    drop([&](PhotoId photo) { return gone.contains(photo); });
}

std::vector<PhotoDistance> WindowIndex::nearest(std::span<const HashCode> queries, std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<PhotoDistance> photos;
    const WindowRows rows{{words_, bits_}, starts_};
    for (const auto& [row, distance] : nearestWindows(rows, queries, k, {.pool = pool_.get()}))
        photos.push_back({photos_[row], distance});
    return photos;
}

std::vector<IndexedWindows> WindowIndex::codesOf(std::span<const PhotoId> photos) const {
    std::shared_lock lock(mutex_);
    std::vector<IndexedWindows> found;
    for (const PhotoId photo : photos) {
        const auto row = std::ranges::lower_bound(photos_, photo);
        if (row == photos_.end() || *row != photo)
            continue;
        const auto [windows, words] = codesAt(static_cast<std::size_t>(row - photos_.begin()));
        found.push_back({photo, {bits_, {windows.begin(), windows.end()}, {words.begin(), words.end()}}});
    }
    return found;
}

void WindowIndex::append(const IndexedWindows& photo) {
    assert(photo.codes.bits == bits_);
    photos_.push_back(photo.photo);
    windows_.insert(windows_.end(), photo.codes.windows.begin(), photo.codes.windows.end());
    words_.insert(words_.end(), photo.codes.words.begin(), photo.codes.words.end());
    starts_.push_back(windows_.size());
}

void WindowIndex::drop(const std::function<bool(PhotoId)>& isGone) {
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < photos_.size(); ++row)
        if (!isGone(photos_[row]))
            kept.push_back(row);
    if (kept.size() < photos_.size())
        arrange(kept);
}

void WindowIndex::sortByPhoto() {
    std::vector<std::size_t> order(photos_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [this](std::size_t row) { return photos_[row]; });
    arrange(order);
}

void WindowIndex::arrange(std::span<const std::size_t> order) {
    std::vector<PhotoId> photos;
    std::vector<std::size_t> starts{0};
    std::vector<std::uint16_t> windows;
    CodeWords words;
    windows.reserve(windows_.size());
    words.reserve(words_.size());
    for (const std::size_t row : order) {
        const Codes codes = codesAt(row);
        photos.push_back(photos_[row]);
        windows.insert(windows.end(), codes.windows.begin(), codes.windows.end());
        words.insert(words.end(), codes.words.begin(), codes.words.end());
        starts.push_back(windows.size());
    }
    photos_ = std::move(photos);
    starts_ = std::move(starts);
    windows_ = std::move(windows);
    words_ = std::move(words);
}

WindowIndex::Codes WindowIndex::codesAt(std::size_t row) const {
    const std::size_t first = starts_[row];
    const std::size_t count = starts_[row + 1] - first;
    const std::size_t words = wordsForBits(bits_);
    return {std::span(windows_).subspan(first, count),
            std::span(words_).subspan(first * words, count * words)};
}

} // namespace likeness
