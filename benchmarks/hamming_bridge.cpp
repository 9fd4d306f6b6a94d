// SPDX-License-Identifier: GPL-3.0-or-later
// The scan for compare_hamming.py, which calls it by turns with other libraries: plain functions of C, and a
// plain read of the same bytes.
#include "core/index/nearest_scan.h"
#include "tests/index/clustered_codes.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <vector>

namespace {

using namespace likeness;

std::unique_ptr<WorkerPool> pool;

} // namespace

extern "C" {

/// The threads that all other calls use.
void bridgeThreads(unsigned threads) {
    pool = std::make_unique<WorkerPool>(threads);
}

const char* bridgeKernels() {
    return hammingKernels().name.data();
}

/// Fills in `count` codes of 256 bits, and then `queries` more: clustered ones, or random ones where clusters
/// is 0.
void bridgeCodes(std::uint64_t* codes, std::size_t count, std::uint64_t* queries, std::size_t queryCount,
                 std::size_t clusters) {
    std::mt19937_64 random(1);
    if (clusters == 0) {
        std::generate_n(codes, count * 4, [&] { return random(); });
        std::generate_n(queries, queryCount * 4, [&] { return random(); });
        return;
    }
    testing::ClusteredCodes source({.words = 4, .clusters = clusters});
    for (std::size_t first = 0; first < count; first += 10'000)
        std::ranges::copy(source.next(std::min<std::size_t>(10'000, count - first)), codes + first * 4);
    std::ranges::copy(source.next(queryCount), queries);
}

/// The k nearest of codes of 256 bits to each query: their distances, by query and then by rank.
void bridgeSearch(const std::uint64_t* codes, std::size_t count, const std::uint64_t* queries,
                  std::size_t queryCount, std::size_t k, std::int32_t* distances) {
    std::vector<HashCode> wanted;
    for (std::size_t q = 0; q < queryCount; ++q)
        wanted.push_back(HashCode::fromWords({queries + q * 4, 4}, 256));
    for (const auto& nearest : nearestCodesOfEach({{codes, count * 4}, 256}, wanted, k, {.pool = pool.get()}))
        for (const Neighbour& neighbour : nearest)
            *distances++ = neighbour.distance;
}

/// Reads all words and adds them up.
std::uint64_t bridgeRead(const std::uint64_t* words, std::size_t count) {
    constexpr std::size_t chunk = 64 * 1024;
    std::atomic<std::size_t> next = 0;
    std::atomic<std::uint64_t> total = 0;
    pool->run([&] {
        std::uint64_t sum = 0;
        for (std::size_t first = next.fetch_add(chunk); first < count; first = next.fetch_add(chunk))
            sum = std::accumulate(words + first, words + std::min(first + chunk, count), sum);
        total += sum;
    });
    return total;
}

} // extern "C"
