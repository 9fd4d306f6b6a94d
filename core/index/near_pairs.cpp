// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/near_pairs.h"

#include "core/index/nearest_collector.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cassert>
#include <mutex>
#include <tuple>

namespace likeness {
namespace {

/// Slices shorter than this have too many codes in common.
constexpr int fewestSliceBits = 6;

/// A slice's key in the upper half, the row in the lower.
using KeyedRow = std::uint64_t;

class PairSearch {
public:
    PairSearch(const CodeRows& codes, int radius, const ScanOptions& options)
        : codes_(codes),
          words_(wordsForBits(codes.bits)),
          radius_(radius),
          options_(options),
          slices_(codes.bits / (radius + 1) < fewestSliceBits ? 1 : radius + 1) {}

    std::vector<NearPair> run() {
        if (options_.pool != nullptr)
            options_.pool->run([this] { work(); });
        else
            work();
        std::ranges::sort(pairs_, [](const NearPair& a, const NearPair& b) {
            return std::tie(a.first, a.second) < std::tie(b.first, b.second);
        });
        return std::move(pairs_);
    }

private:
    void work() {
        std::vector<NearPair> found;
        for (int slice = nextSlice_++; slice < slices_; slice = nextSlice_++)
            comparePairsOf(slice, found);
        const std::lock_guard lock(mutex_);
        pairs_.insert(pairs_.end(), found.begin(), found.end());
    }

    std::span<const std::uint64_t> code(std::size_t row) const {
        return codes_.words.subspan(row * words_, words_);
    }

    /// Up to 32 bits of a slice. All codes have the same key where there is but one.
    std::uint32_t key(std::size_t row, int slice) const {
        if (slices_ == 1 && radius_ > 0)
            return 0;
        const int first = codes_.bits * slice / slices_;
        const int bits = std::min(codes_.bits * (slice + 1) / slices_ - first, 32);
        const auto shift = static_cast<unsigned>(first) % 64;
        const std::uint64_t* const word = &codes_.words[row * words_ + static_cast<std::size_t>(first) / 64];
        std::uint64_t value = *word >> shift;
        if (shift + static_cast<unsigned>(bits) > 64)
            value |= word[1] << (64 - shift);
        return static_cast<std::uint32_t>(value & ((std::uint64_t{1} << bits) - 1));
    }

    void comparePairsOf(int slice, std::vector<NearPair>& found) const {
        std::vector<KeyedRow> rows(codes_.size());
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row] = KeyedRow{key(row, slice)} << 32U | row;
        std::ranges::sort(rows);
        for (auto first = rows.begin(); first != rows.end();) {
            const auto end =
                std::find_if(first, rows.end(), [&](KeyedRow row) { return row >> 32U != *first >> 32U; });
            compareAll({first, end}, slice, found);
            first = end;
        }
    }

    /// Compares the rows of one key with each other.
    void compareAll(std::span<const KeyedRow> rows, int slice, std::vector<NearPair>& found) const {
        if (rows.size() < 2)
            return;
        std::vector<std::uint64_t> codes;
        for (const KeyedRow row : rows) {
            const auto words = code(static_cast<std::uint32_t>(row));
            codes.insert(codes.end(), words.begin(), words.end());
        }
        std::vector<std::uint16_t> distances(rows.size());
        std::vector<std::uint64_t> near((rows.size() + 63) / 64);
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            const auto others = std::span(distances).first(rows.size() - i - 1);
            const auto query = std::span<const std::uint64_t>(codes).subspan(i * words_, words_);
            options_.kernels.distances(std::span(codes).subspan((i + 1) * words_), query, others);
            options_.kernels.below(others, static_cast<std::uint16_t>(radius_ + 1), near);
            for (std::size_t j = 0; j < others.size(); ++j)
                if ((near[j / 64] >> (j % 64) & 1U) != 0)
                    addOnce({static_cast<std::uint32_t>(rows[i]), static_cast<std::uint32_t>(rows[i + 1 + j]),
                             others[j]},
                            slice, found);
        }
    }

    /// A pair with several slices in common counts at the first of them.
    void addOnce(const NearPair& pair, int slice, std::vector<NearPair>& found) const {
        for (int earlier = 0; earlier < slice; ++earlier)
            if (key(pair.first, earlier) == key(pair.second, earlier))
                return;
        found.push_back(pair);
    }

    const CodeRows& codes_;
    const std::size_t words_;
    const int radius_;
    const ScanOptions& options_;
    const int slices_;
    std::atomic<int> nextSlice_ = 0;
    std::mutex mutex_;
    std::vector<NearPair> pairs_; // guarded by mutex_
};

} // namespace

std::vector<NearPair> nearPairs(const CodeRows& codes, int radius, const ScanOptions& options) {
    assert(radius >= 0);
    return codes.size() < 2 ? std::vector<NearPair>{} : PairSearch(codes, radius, options).run();
}

std::vector<Neighbour> rowsWithin(const HashTables& tables, const CodeRows& codes, const HashCode& query,
                                  int radius) {
    const std::size_t words = wordsForBits(codes.bits);
    std::vector<Neighbour> near;
    for (const std::uint32_t row : tables.candidates(query.words(), radius / tables.tables())) {
        const int distance = hammingDistance(codes.words.subspan(row * words, words), query.words());
        if (distance <= radius)
            near.push_back({row, distance});
    }
    const std::size_t all = near.size();
    return sortedNearest(std::move(near), all);
}

} // namespace likeness
