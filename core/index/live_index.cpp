// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/live_index.h"

#include "core/index/nearest_scan.h"
#include "core/index/top_k.h"

#include <algorithm>
#include <bit>
#include <cassert>

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

/// By id, of each photo its last code.
CodeSegment segmentOf(std::span<const IndexedCode> codes) {
    std::vector<const IndexedCode*> order;
    for (const IndexedCode& code : codes)
        order.push_back(&code);
    std::ranges::stable_sort(order, {}, &IndexedCode::photo);
    CodeSegment::Builder builder;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i + 1 == order.size() || order[i + 1]->photo != order[i]->photo)
            builder.append(order[i]->photo, order[i]->code.words());
    return builder.finish();
}

std::vector<PhotoDistance> photosAt(std::span<const Neighbour> rows, const CodeSegment& segment) {
    std::vector<PhotoDistance> photos;
    photos.reserve(rows.size());
    for (const auto& [row, distance] : rows)
        photos.push_back({segment.photos.items()[row], distance});
    return photos;
}

} // namespace

LiveIndex::LiveIndex(int bits) : bits_(bits), pool_(sharedWorkerPool()) {}

std::size_t LiveIndex::size() const {
    std::shared_lock lock(mutex_);
    return codes_.size();
}

void LiveIndex::put(std::span<const IndexedCode> codes) {
    assert(std::ranges::all_of(codes, [this](const IndexedCode& c) { return c.code.bits() == bits_; }));
    put(segmentOf(codes));
}

void LiveIndex::put(CodeSegment codes) {
    std::unique_lock lock(mutex_);
    tables_.reset();
    codes_.add(std::move(codes));
}

void LiveIndex::remove(std::span<const PhotoId> photos) {
    std::unique_lock lock(mutex_);
    tables_.reset();
    codes_.remove(photos);
}

std::vector<PhotoDistance> LiveIndex::nearest(const HashCode& query, std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    std::vector<PhotoDistance> photos;
    for (const Codes::Part& part : codes_.parts())
        photos = nearestOf(photos, nearestInPart(part, query, k, part.live.bitmap()), k);
    return photos;
}

std::vector<PhotoDistance> LiveIndex::nearestAmong(std::span<const PhotoId> photos, const HashCode& query,
                                                   std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    std::vector<PhotoDistance> found;
    for (const Codes::Part& part : codes_.parts())
        found = nearestOf(found, nearestInPart(part, query, k, Codes::rowsAmong(part, photos)), k);
    return found;
}

/// Under a lock of mutex_.
std::vector<PhotoDistance> LiveIndex::nearestInPart(const Codes::Part& part, const HashCode& query,
                                                    std::size_t k,
                                                    std::span<const std::uint64_t> rows) const {
    const ScanOptions options{.pool = pool_.get(), .rows = rows};
    return photosAt(nearestCodes({part.segment.words.items(), bits_}, query, k, options), part.segment);
}

std::vector<std::vector<PhotoDistance>> LiveIndex::nearestOfEach(std::span<const HashCode> queries,
                                                                 std::size_t k) const {
    std::shared_lock lock(mutex_);
    std::vector<std::vector<PhotoDistance>> photos(queries.size());
    for (const Codes::Part& part : codes_.parts()) {
        const ScanOptions options{.pool = pool_.get(), .rows = part.live.bitmap()};
        const auto rows = nearestCodesOfEach({part.segment.words.items(), bits_}, queries, k, options);
        for (std::size_t i = 0; i < queries.size(); ++i)
            photos[i] = nearestOf(photos[i], photosAt(rows[i], part.segment), k);
    }
    return photos;
}

std::vector<PhotoDistance> LiveIndex::nearestInBuckets(const HashCode& query, std::size_t k) const {
    assert(query.bits() == bits_);
    std::shared_lock lock(mutex_);
    const auto tables = this->tables();
    std::vector<PhotoDistance> photos;
    for (std::size_t i = 0; i < tables->size(); ++i) {
        const Codes::Part& part = codes_.parts()[i];
        auto rows = (*tables)[i]->candidates(query.words(), probedBits);
        std::erase_if(rows, [&part](std::uint32_t row) { return !part.live.contains(row); });
        std::vector<std::uint16_t> distances;
        for (const std::uint32_t row : rows)
            distances.push_back(
                static_cast<std::uint16_t>(hammingDistance(query.words(), part.segment.code(row))));
        auto nearest = nearestByCounting(distances, bits_, k);
        for (Neighbour& neighbour : nearest)
            neighbour.row = rows[neighbour.row];
        photos = nearestOf(photos, photosAt(nearest, part.segment), k);
    }
    return photos;
}

std::vector<IndexedCode> LiveIndex::codesOf(std::span<const PhotoId> photos) const {
    std::shared_lock lock(mutex_);
    std::vector<IndexedCode> codes;
    codes.reserve(photos.size());
    for (const PhotoId photo : photos)
        if (const auto place = codes_.find(photo))
            codes.push_back({photo, HashCode::fromWords(place->part->segment.code(place->row), bits_)});
    return codes;
}

/// Under a lock of mutex_.
std::shared_ptr<const LiveIndex::Tables> LiveIndex::tables() const {
    std::lock_guard lock(tablesMutex_);
    if (tables_)
        return tables_;
    Tables made;
    for (const Codes::Part& part : codes_.parts())
        made.push_back(std::make_shared<const HashTables>(part.segment.words.items(), bits_,
                                                          tablesFor(part.segment.size(), bits_)));
    tables_ = std::make_shared<const Tables>(std::move(made));
    return tables_;
}

} // namespace likeness
