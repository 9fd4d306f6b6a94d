// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/nearest_scan.h"

#include "core/index/nearest_collector.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cassert>
#include <limits>
#include <mutex>
#include <utility>

namespace likeness {
namespace {

constexpr std::size_t wordRows = 64;          // rows that a word of a bitmap stands for
constexpr std::size_t chunkWords = 64 * 1024; // codes that a thread takes at a time: 512 kB
constexpr std::size_t threadedWords = 4 * chunkWords;
constexpr std::size_t maxBatch = 128; // queries that are compared with a block of codes at a time

struct Block {
    std::size_t first = 0; // row, a multiple of wordRows
    std::size_t rows = 0;
};

std::vector<std::uint64_t> wordsOf(std::span<const HashCode> queries) {
    std::vector<std::uint64_t> words;
    for (const HashCode& query : queries)
        words.insert(words.end(), query.words().begin(), query.words().end());
    return words;
}

/// The runs of words in a block's part of the bitmap that are not empty, as blocks of rows.
template <typename Visit>
void forEachRun(const Block& block, std::span<const std::uint64_t> bitmap, const Visit& visit) {
    const std::size_t end = block.first + block.rows;
    for (std::size_t row = block.first; row < end;) {
        const std::size_t first = row;
        while (row < end && (bitmap.empty() || bitmap[row / wordRows] != 0))
            row += wordRows;
        if (row > first)
            visit(Block{first, std::min(row, end) - first});
        else
            row += wordRows;
    }
}

/// Fills a block's distances for whole codes, by query and then by row.
class CodeDistances {
public:
    CodeDistances(const CodeRows& codes, std::span<const HashCode> queries, const ScanOptions& options)
        : codes_(codes), words_(wordsForBits(codes.bits)), queries_(wordsOf(queries)), options_(options) {}

    std::size_t rows() const { return codes_.size(); }
    std::size_t results() const { return queries_.size() / words_; }
    int farthest() const { return codes_.bits; }
    static std::size_t blockRows() { return 1024; }
    std::size_t chunkRows() const { return std::max(chunkWords / words_ / 1024, std::size_t{1}) * 1024; }
    std::size_t totalWords() const { return codes_.words.size() * results(); }

    void fill(const Block& block, std::span<std::uint16_t> distances) {
        if (results() > 1)
            return options_.kernels.distancesOfBatch(wordsOfRows(block), queries_, words_, distances);
        forEachRun(block, options_.rows, [&](const Block& run) {
            options_.kernels.distances(wordsOfRows(run), queries_,
                                       distances.subspan(run.first - block.first, run.rows));
        });
    }

private:
    std::span<const std::uint64_t> wordsOfRows(const Block& block) const {
        return codes_.words.subspan(block.first * words_, block.rows * words_);
    }

    CodeRows codes_;
    std::size_t words_;
    std::vector<std::uint64_t> queries_;
    const ScanOptions& options_;
};

/// Fills a block's distances for window codes: of each row the sum over the queries of its nearest window.
class WindowDistances {
public:
    WindowDistances(const WindowRows& windows, std::span<const HashCode> queries, const ScanOptions& options)
        : windows_(windows),
          words_(wordsForBits(windows.codes.bits)),
          queries_(wordsOf(queries)),
          options_(options) {}

    std::size_t rows() const { return windows_.size(); }
    static std::size_t results() { return 1; }
    int farthest() const { return windows_.codes.bits * static_cast<int>(queries_.size() / words_); }
    static std::size_t blockRows() { return wordRows; }
    static std::size_t chunkRows() { return 4 * wordRows; }
    std::size_t totalWords() const { return windows_.codes.words.size() * (queries_.size() / words_); }

    void fill(const Block& block, std::span<std::uint16_t> distances) {
        std::ranges::fill(distances, 0);
        forEachRun(block, options_.rows, [&](const Block& run) {
            addBest(run, distances.subspan(run.first - block.first, run.rows));
        });
    }

private:
    void addBest(const Block& run, std::span<std::uint16_t> distances) {
        const auto starts = windows_.starts.subspan(run.first, run.rows + 1);
        const std::size_t count = starts.back() - starts.front();
        const std::size_t queries = queries_.size() / words_;
        all_.resize(std::max(all_.size(), count * queries));
        options_.kernels.distancesOfBatch(
            windows_.codes.words.subspan(starts.front() * words_, count * words_), queries_, words_,
            std::span(all_).first(count * queries));
        for (std::size_t q = 0; q < queries; ++q)
            for (std::size_t i = 0; i < run.rows; ++i) {
                const auto own = std::span<const std::uint16_t>(all_).subspan(
                    q * count + starts[i] - starts.front(), starts[i + 1] - starts[i]);
                distances[i] = static_cast<std::uint16_t>(distances[i] + options_.kernels.smallest(own));
            }
    }

    WindowRows windows_;
    std::size_t words_;
    std::vector<std::uint64_t> queries_;
    const ScanOptions& options_;
    std::vector<std::uint16_t> all_; // of a run, by query and then by window
};

/// A scan that threads share: each takes chunks of rows until none is left.
template <typename Distances>
class Scan {
public:
    Scan(const Distances& distances, std::size_t k, const ScanOptions& options)
        : distances_(distances),
          k_(k),
          options_(options),
          limits_(distances.results()),
          candidates_(distances.results()) {
        for (auto& limit : limits_)
            limit = distances.farthest() + 1;
    }

    std::vector<std::vector<Neighbour>> run() {
        if (k_ > 0 && options_.pool != nullptr && distances_.totalWords() >= threadedWords)
            options_.pool->run([this] { work(); });
        else if (k_ > 0)
            work();
        for (auto& candidates : candidates_)
            candidates = sortedNearest(std::move(candidates), k_);
        return std::move(candidates_);
    }

private:
    /// What one thread works with.
    struct Worker {
        Distances distances;
        std::vector<NearestCollector> collectors; // by query
        std::vector<std::uint16_t> block;         // distances, by query and then by row
    };

    void work() {
        const std::size_t chunk = distances_.chunkRows();
        std::size_t first = nextRow_.fetch_add(chunk);
        if (first >= distances_.rows())
            return;
        Worker worker{distances_, {limits_.size(), {k_, distances_.farthest()}}, {}};
        worker.block.resize(distances_.blockRows() * limits_.size());
        for (; first < distances_.rows(); first = nextRow_.fetch_add(chunk)) {
            const std::size_t end = std::min(first + chunk, distances_.rows());
            for (std::size_t row = first; row < end; row += distances_.blockRows())
                compare({row, std::min(distances_.blockRows(), end - row)}, worker);
        }
        const std::lock_guard lock(mutex_);
        for (std::size_t q = 0; q < candidates_.size(); ++q) {
            const auto& found = worker.collectors[q].candidates();
            candidates_[q].insert(candidates_[q].end(), found.begin(), found.end());
        }
    }

    void compare(const Block& block, Worker& worker) {
        if (!options_.rows.empty() &&
            std::ranges::all_of(bitmapOf(block), [](std::uint64_t word) { return word == 0; }))
            return;
        const auto distances = std::span(worker.block).first(block.rows * limits_.size());
        worker.distances.fill(block, distances);
        for (std::size_t q = 0; q < limits_.size(); ++q)
            collect(block, distances.subspan(q * block.rows, block.rows), q, worker.collectors[q]);
    }

    void collect(const Block& block, std::span<const std::uint16_t> distances, std::size_t q,
                 NearestCollector& collector) {
        // A row as near as another thread's k-th may still win its tie by number.
        std::atomic<int>& shared = limits_[q];
        const int limit = std::min(collector.limit(), shared.load(std::memory_order_relaxed) + 1);
        std::array<std::uint64_t, 1024 / wordRows> room{};
        const auto found = std::span(room).first((block.rows + wordRows - 1) / wordRows);
        options_.kernels.below(distances, static_cast<std::uint16_t>(std::min(limit, maxLimit)), found);
        for (std::size_t i = 0; i < found.size(); ++i) {
            std::uint64_t rows = found[i];
            if (!options_.rows.empty())
                rows &= bitmapOf(block)[i];
            for (; rows != 0; rows &= rows - 1) {
                const std::size_t at = i * wordRows + static_cast<std::size_t>(std::countr_zero(rows));
                collector.add(static_cast<std::uint32_t>(block.first + at), distances[at]);
            }
        }
        lower(shared, collector.limit());
    }

    static void lower(std::atomic<int>& shared, int limit) {
        int before = shared.load(std::memory_order_relaxed);
        while (limit < before && !shared.compare_exchange_weak(before, limit, std::memory_order_relaxed)) {
        }
    }

    std::span<const std::uint64_t> bitmapOf(const Block& block) const {
        return options_.rows.subspan(block.first / wordRows, (block.rows + wordRows - 1) / wordRows);
    }

    static constexpr int maxLimit = std::numeric_limits<std::uint16_t>::max();

    const Distances& distances_;
    const std::size_t k_;
    const ScanOptions& options_;
    std::atomic<std::size_t> nextRow_ = 0;
    std::vector<std::atomic<int>> limits_; // by query: what some thread's k-th nearest has
    std::mutex mutex_;
    std::vector<std::vector<Neighbour>> candidates_; // by query; guarded by mutex_
};

} // namespace

std::vector<Neighbour> nearestCodes(const CodeRows& codes, const HashCode& query, std::size_t k,
                                    const ScanOptions& options) {
    return nearestCodesOfEach(codes, {&query, 1}, k, options).front();
}

std::vector<std::vector<Neighbour>> nearestCodesOfEach(const CodeRows& codes,
                                                       std::span<const HashCode> queries, std::size_t k,
                                                       const ScanOptions& options) {
    std::vector<std::vector<Neighbour>> nearest;
    if (codes.size() == 0)
        nearest.resize(queries.size());
    while (nearest.size() < queries.size()) {
        const auto rest = queries.subspan(nearest.size());
        const CodeDistances distances(codes, rest.first(std::min(maxBatch, rest.size())), options);
        auto found = Scan(distances, std::min(k, codes.size()), options).run();
        std::ranges::move(found, std::back_inserter(nearest));
    }
    return nearest;
}

std::vector<Neighbour> nearestWindows(const WindowRows& windows, std::span<const HashCode> queries,
                                      std::size_t k, const ScanOptions& options) {
    assert(queries.size() <= 63);
    if (queries.empty() || windows.size() == 0)
        return {};
    const WindowDistances distances(windows, queries, options);
    return Scan(distances, std::min(k, windows.size()), options).run().front();
}

} // namespace likeness
