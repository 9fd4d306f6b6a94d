// SPDX-License-Identifier: GPL-3.0-or-later
// Exact search over a million codes, beside a plain read of the same bytes: the ratio of the two is what
// counts.
#include "core/index/hamming_scan.h"
#include "core/index/top_k.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

namespace {

using namespace likeness;

constexpr std::size_t photos = 1'000'000;

std::vector<std::uint64_t> randomWords(std::size_t count) {
    std::mt19937_64 random(1);
    std::vector<std::uint64_t> words(count);
    std::ranges::generate(words, std::ref(random));
    return words;
}

void readBytes(benchmark::State& state) {
    const auto codes = randomWords(photos * static_cast<std::size_t>(state.range(0)) / 64);
    for (auto _ : state)
        benchmark::DoNotOptimize(std::accumulate(codes.begin(), codes.end(), std::uint64_t{0}));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(codes.size() * 8));
}

void scan(benchmark::State& state) {
    const auto words = static_cast<std::size_t>(state.range(0)) / 64;
    const auto codes = randomWords(photos * words);
    const std::span query(codes.data(), words);
    std::vector<std::uint16_t> distances(photos);
    for (auto _ : state) {
        scanHamming(codes, query, distances);
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(codes.size() * 8));
}

void scanAndTop100(benchmark::State& state) {
    const auto bits = static_cast<int>(state.range(0));
    const auto words = static_cast<std::size_t>(bits) / 64;
    const auto codes = randomWords(photos * words);
    const std::span query(codes.data(), words);
    std::vector<std::uint16_t> distances(photos);
    for (auto _ : state) {
        scanHamming(codes, query, distances);
        benchmark::DoNotOptimize(nearestByCounting(distances, bits, 100));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(codes.size() * 8));
}

BENCHMARK(readBytes)->Arg(256)->Unit(benchmark::kMillisecond);
BENCHMARK(scan)->Arg(64)->Arg(256)->Arg(1024)->Unit(benchmark::kMillisecond);
BENCHMARK(scanAndTop100)->Arg(256)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
