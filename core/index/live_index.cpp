// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/live_index.h"

#include "core/index/nearest_scan.h"
#include "core/index/top_k.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace likeness {
namespace {

constexpr int probedBits = 1;

/// Buckets of about four photos, so that a query looks at few of them whatever the size of the library.
HashTableOptions tablesFor(std::size_t photos, int bits) {
    constexpr int fewestKeyBits = 4;
    constexpr int mostKeyBits = 20;
    const int wanted = static_cast<int>(std::bit_width(photos)) - 2;
    return {.tables = 16, .keyBits = std::min(bits, std::clamp(wanted, fewestKeyBits, mostKeyBits))};
}

} // namespace

LiveIndex::LiveIndex(int bits) : bits_(bits), pool_(sharedWorkerPool()) {}

std::size_t LiveIndex::size() const {
    std::shared_lock lock(mutex_);
    return photos_.size();
}

void LiveIndex::put(std::span<const IndexedCode> codes) {
    std::unique_lock lock(mutex_);
    tables_.reset();
    const std::size_t words = wordsForBits(bits_);
    bool ascending = true;
    for (const auto& [photo, code] : codes) {
        assert(code.bits() == bits_);
        const auto [row, isNew] = rows_.try_emplace(photo, static_cast<std::uint32_t>(photos_.size()));
        if (!isNew) {
            std::ranges::copy(code.words(),
                              codes_.begin() + static_cast<std::ptrdiff_t>(row->second * words));
            continue;
        }
        ascending = ascending && (photos_.empty() || photos_.back() < photo);
        photos_.push_back(photo);
        codes_.insert(codes_.end(), code.words().begin(), code.words().end());
    }
    if (!ascending)
        sortByPhoto();
}

void LiveIndex::remove(std::span<const PhotoId> photos) {
    std::unique_lock lock(mutex_);
    tables_.reset();
    std::vector<std::uint32_t> kept;
    for (PhotoId photo : photos)
        rows_.erase(photo);
    for (std::uint32_t row = 0; row < photos_.size(); ++row)
        if (rows_.contains(photos_[row]))
            kept.push_back(row);
    arrange(kept);
}

std::vector<PhotoDistance> LiveIndex::nearest(const HashCode& query, std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    return photosAt(nearestCodes({codes_, bits_}, query, k, {.pool = pool_.get()}));
}

std::vector<PhotoDistance> LiveIndex::nearestAmong(std::span<const PhotoId> photos, const HashCode& query,
                                                   std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    std::vector<std::uint64_t> rows((photos_.size() + 63) / 64);
    for (const PhotoId photo : photos)
        if (const auto row = rows_.find(photo); row != rows_.end())
            rows[row->second / 64] |= std::uint64_t{1} << (row->second % 64);
    return photosAt(nearestCodes({codes_, bits_}, query, k, {.pool = pool_.get(), .rows = rows}));
}

std::vector<std::vector<PhotoDistance>> LiveIndex::nearestOfEach(std::span<const HashCode> queries,
                                                                 std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<std::vector<PhotoDistance>> photos;
    for (const auto& rows : nearestCodesOfEach({codes_, bits_}, queries, k, {.pool = pool_.get()}))
        photos.push_back(photosAt(rows));
    return photos;
}

/// Under a lock of mutex_.
std::vector<PhotoDistance> LiveIndex::photosAt(std::span<const Neighbour> rows) const {
    std::vector<PhotoDistance> photos;
    for (const auto& [row, distance] : rows)
        photos.push_back({photos_[row], distance});
    return photos;
}

std::vector<PhotoDistance> LiveIndex::nearestInBuckets(const HashCode& query, std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    const std::vector<std::uint32_t> rows = tables()->candidates(query.words(), probedBits);
    std::vector<std::uint16_t> distances;
    for (const std::uint32_t row : rows)
        distances.push_back(static_cast<std::uint16_t>(hammingDistance(query.words(), codeAt(row))));
    std::vector<PhotoDistance> photos;
    for (const auto& [candidate, distance] : nearestByCounting(distances, bits_, k))
        photos.push_back({photos_[rows[candidate]], distance});
    return photos;
}

std::vector<IndexedCode> LiveIndex::codesOf(std::span<const PhotoId> photos) const {
    std::shared_lock lock(mutex_);
    std::vector<IndexedCode> codes;
    codes.reserve(photos.size());
    for (const PhotoId photo : photos)
        if (const auto row = rows_.find(photo); row != rows_.end())
            codes.push_back({photo, HashCode::fromWords(codeAt(row->second), bits_)});
    return codes;
}

/// Under a lock of mutex_.
std::shared_ptr<const HashTables> LiveIndex::tables() const {
    std::lock_guard lock(tablesMutex_);
    if (!tables_)
        tables_ = std::make_shared<const HashTables>(codes_, bits_, tablesFor(photos_.size(), bits_));
    return tables_;
}

std::span<const std::uint64_t> LiveIndex::codeAt(std::uint32_t row) const {
    const std::size_t words = wordsForBits(bits_);
    return std::span(codes_).subspan(row * words, words);
}

void LiveIndex::sortByPhoto() {
    std::vector<std::uint32_t> order(photos_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](std::uint32_t row) { return photos_[row]; });
    arrange(order);
}

void LiveIndex::arrange(std::span<const std::uint32_t> order) {
    const std::size_t words = wordsForBits(bits_);
    std::vector<PhotoId> photos;
    CodeWords codes;
    photos.reserve(order.size());
    codes.reserve(order.size() * words);
    for (std::uint32_t row : order) {
        rows_[photos_[row]] = static_cast<std::uint32_t>(photos.size());
        photos.push_back(photos_[row]);
        const auto first = codes_.begin() + static_cast<std::ptrdiff_t>(row * words);
        codes.insert(codes.end(), first, first + static_cast<std::ptrdiff_t>(words));
    }
    photos_ = std::move(photos);
    codes_ = std::move(codes);
}

} // namespace likeness
