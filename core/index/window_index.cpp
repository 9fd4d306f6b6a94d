// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/window_index.h"

#include "core/index/hamming_scan.h"
#include "core/index/top_k.h"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace likeness {

std::size_t WindowIndex::size() const {
    std::shared_lock lock(mutex_);
    return entries_.size();
}

void WindowIndex::put(std::span<const IndexedWindows> photos) {
    std::unique_lock lock(mutex_);
    bool ascending = true;
    std::unordered_set<PhotoId> replaced;
    std::unordered_map<PhotoId, const IndexedWindows*> last;
    for (const IndexedWindows& photo : photos) {
        last[photo.photo] = &photo;
        if (find(photo.photo) != nullptr)
            replaced.insert(photo.photo);
    }
    if (!replaced.empty())
        std::erase_if(entries_, [&](const Entry& entry) { return replaced.contains(entry.photo); });
    for (const IndexedWindows& photo : photos) {
        if (last[photo.photo] != &photo)
            continue;
        ascending = ascending && (entries_.empty() || entries_.back().photo < photo.photo);
        append(photo);
    }
    if (!ascending || !replaced.empty())
        compact();
}

void WindowIndex::remove(std::span<const PhotoId> photos) {
    const std::unordered_set<PhotoId> gone(photos.begin(), photos.end());
    std::unique_lock lock(mutex_);
    if (std::erase_if(entries_, [&](const Entry& entry) { return gone.contains(entry.photo); }) > 0)
        compact();
}

void WindowIndex::append(const IndexedWindows& photo) {
    if (photo.codes.size() == 0)
        return;
    assert(photo.codes.bits == bits_);
    entries_.push_back({photo.photo, windows_.size(), static_cast<std::uint32_t>(photo.codes.size())});
    windows_.insert(windows_.end(), photo.codes.windows.begin(), photo.codes.windows.end());
    words_.insert(words_.end(), photo.codes.words.begin(), photo.codes.words.end());
    mostWindows_ = std::max(mostWindows_, photo.codes.size());
}

/// Brings the entries into the order of their ids and drops the codes of those that are gone.
void WindowIndex::compact() {
    std::ranges::sort(entries_, {}, &Entry::photo);
    std::vector<std::uint16_t> windows;
    std::vector<std::uint64_t> words;
    windows.reserve(windows_.size());
    words.reserve(words_.size());
    for (Entry& entry : entries_) {
        const auto codes = wordsOf(entry);
        words.insert(words.end(), codes.begin(), codes.end());
        const auto first = windows_.begin() + static_cast<std::ptrdiff_t>(entry.first);
        entry.first = windows.size();
        windows.insert(windows.end(), first, first + entry.windows);
    }
    windows_ = std::move(windows);
    words_ = std::move(words);
}

const WindowIndex::Entry* WindowIndex::find(PhotoId photo) const {
    const auto entry = std::ranges::lower_bound(entries_, photo, {}, &Entry::photo);
    return entry == entries_.end() || entry->photo != photo ? nullptr : &*entry;
}

std::span<const std::uint64_t> WindowIndex::wordsOf(const Entry& entry) const {
    const std::size_t words = wordsForBits(bits_);
    return std::span(words_).subspan(entry.first * words, entry.windows * words);
}

int WindowIndex::bestDistance(const Entry& entry, const HashCode& query,
                              std::span<std::uint16_t> room) const {
    const auto distances = room.first(entry.windows);
    scanHamming(wordsOf(entry), query.words(), distances);
    return *std::ranges::min_element(distances);
}

std::vector<PhotoDistance> WindowIndex::nearest(std::span<const HashCode> queries, std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<std::uint16_t> room(mostWindows_);
    std::vector<std::uint16_t> distances(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i)
        for (const HashCode& query : queries)
            distances[i] = static_cast<std::uint16_t>(distances[i] + bestDistance(entries_[i], query, room));
    const int farthest = bits_ * static_cast<int>(queries.size());
    std::vector<PhotoDistance> photos;
    for (const auto& [row, distance] : nearestByCounting(distances, farthest, k))
        photos.push_back({entries_[row].photo, distance});
    return photos;
}

std::vector<IndexedWindows> WindowIndex::codesOf(std::span<const PhotoId> photos) const {
    std::shared_lock lock(mutex_);
    std::vector<IndexedWindows> found;
    for (const PhotoId photo : photos) {
        const Entry* const entry = find(photo);
        if (entry == nullptr)
            continue;
        const auto words = wordsOf(*entry);
        const auto first = windows_.begin() + static_cast<std::ptrdiff_t>(entry->first);
        found.push_back({photo, {bits_, {first, first + entry->windows}, {words.begin(), words.end()}}});
    }
    return found;
}

} // namespace likeness
