// SPDX-License-Identifier: GPL-3.0-or-later
// Exact search by Hamming distance, beside a plain read of the same bytes: the ratio of the two is what
// counts. compare_hamming.py measures other libraries in the same way.
#include "core/index/code_words.h"
#include "core/index/near_pairs.h"
#include "core/index/nearest_scan.h"
#include "tests/index/clustered_codes.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <iostream>
#include <numeric>

namespace {

using namespace likeness;

constexpr int bits = 256;
constexpr std::size_t words = bits / 64;
constexpr std::size_t top = 100;

testing::CodeClusters clustersFor(std::size_t count) {
    return {.words = words, .clusters = count / 200};
}

/// Clustered codes, made once for each number of them.
const CodeWords& codesOf(std::size_t count) {
    static CodeWords codes;
    if (codes.size() != count * words) {
        codes.clear();
        codes.shrink_to_fit();
        codes.reserve(count * words);
        testing::ClusteredCodes source(clustersFor(count));
        while (codes.size() < count * words) {
            const auto next = source.next(std::min<std::size_t>(10'000, count - codes.size() / words));
            codes.insert(codes.end(), next.begin(), next.end());
        }
    }
    return codes;
}

/// Further codes of the same clusters.
std::vector<HashCode> queriesFor(std::size_t codes, std::size_t count) {
    auto clusters = clustersFor(codes);
    std::vector<HashCode> queries;
    const auto all = testing::ClusteredCodes(clusters).next(count);
    for (std::size_t i = 0; i < count; ++i)
        queries.push_back(HashCode::fromWords(std::span(all).subspan(i * words, words), bits));
    return queries;
}

WorkerPool& allCores() {
    static WorkerPool pool;
    return pool;
}

void countBytes(benchmark::State& state, std::size_t codes, std::size_t queries = 1) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(codes * queries * words * 8));
}

void plainRead(benchmark::State& state) {
    constexpr std::size_t chunk = 64 * 1024;
    const CodeWords& codes = codesOf(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::atomic<std::size_t> next = 0;
        std::atomic<std::uint64_t> total = 0;
        allCores().run([&] {
            std::uint64_t sum = 0;
            for (std::size_t i = next.fetch_add(chunk); i < codes.size(); i = next.fetch_add(chunk))
                sum = std::accumulate(&codes[i], codes.data() + std::min(i + chunk, codes.size()), sum);
            total += sum;
        });
        benchmark::DoNotOptimize(total.load());
    }
    countBytes(state, codes.size() / words);
}

void oneQuery(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    const CodeWords& codes = codesOf(count);
    const auto queries = queriesFor(count, 32);
    std::size_t turn = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            nearestCodes({codes, bits}, queries[turn++ % queries.size()], top, {.pool = &allCores()}));
    countBytes(state, count);
}

void hundredQueries(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    const CodeWords& codes = codesOf(count);
    const auto queries = queriesFor(count, 100);
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestCodesOfEach({codes, bits}, queries, top, {.pool = &allCores()}));
    countBytes(state, count, queries.size());
}

void regions(benchmark::State& state) {
    const auto photos = static_cast<std::size_t>(state.range(0));
    constexpr std::size_t windows = 39;
    const CodeWords& codes = codesOf(photos * windows);
    std::vector<std::size_t> starts(photos + 1);
    for (std::size_t i = 0; i <= photos; ++i)
        starts[i] = i * windows;
    const auto queries = queriesFor(photos * windows, 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            nearestWindows({{codes, bits}, starts}, queries, top, {.pool = &allCores()}));
    countBytes(state, photos * windows);
}

void oneKernel(benchmark::State& state, const HammingKernels* kernels, std::size_t queryCount) {
    constexpr std::size_t count = 1024; // in the cache
    const CodeWords& codes = codesOf(count);
    std::vector<std::uint64_t> queries;
    for (const HashCode& query : queriesFor(count, queryCount))
        queries.insert(queries.end(), query.words().begin(), query.words().end());
    std::vector<std::uint16_t> distances(count * queryCount);
    for (auto _ : state) {
        kernels->distancesOfBatch(codes, queries, words, distances);
        benchmark::ClobberMemory();
    }
    countBytes(state, count, queryCount);
}

void allPairs(benchmark::State& state) {
    constexpr std::size_t count = 1'000'000;
    const auto codes = testing::withPlantedPairs({.words = words, .clusters = 200'000}, count, 100'000, 10);
    std::size_t pairs = 0;
    for (auto _ : state)
        pairs = nearPairs({codes, bits}, static_cast<int>(state.range(0)), {.pool = &allCores()}).size();
    state.counters["pairs"] = static_cast<double>(pairs);
}

void withinRadius(benchmark::State& state) {
    constexpr std::size_t count = 1'000'000;
    const auto codes = testing::withPlantedPairs({.words = words, .clusters = 200'000}, count, 100'000, 10);
    const HashTables tables(codes, bits, {.tables = 12, .keyBits = 20});
    std::size_t row = 0;
    for (auto _ : state) {
        row = (row + 7919) % count;
        const auto query = HashCode::fromWords(std::span(codes).subspan(row * words, words), bits);
        benchmark::DoNotOptimize(rowsWithin(tables, {codes, bits}, query, static_cast<int>(state.range(0))));
    }
}

} // namespace

int main(int argc, char** argv) {
    using benchmark::RegisterBenchmark;
    for (const std::int64_t codes : {1'000'000, 10'000'000}) {
        RegisterBenchmark("read", plainRead)->Arg(codes)->UseRealTime()->Unit(benchmark::kMillisecond);
        RegisterBenchmark("one", oneQuery)->Arg(codes)->UseRealTime()->Unit(benchmark::kMillisecond);
        RegisterBenchmark("hundred", hundredQueries)
            ->Arg(codes)
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
    RegisterBenchmark("regions", regions)->Arg(100'000)->UseRealTime()->Unit(benchmark::kMillisecond);
    for (const HammingKernels* kernels : availableKernels())
        for (const std::size_t queries : {1U, 100U})
            RegisterBenchmark((std::string(kernels->name) + "/queries:" + std::to_string(queries)).c_str(),
                              oneKernel, kernels, queries)
                ->Unit(benchmark::kMicrosecond);
    RegisterBenchmark("all_pairs", allPairs)->Arg(10)->UseRealTime()->Unit(benchmark::kSecond);
    RegisterBenchmark("within", withinRadius)->Arg(10)->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&argc, argv);
    std::cout << "kernels of this processor: " << hammingKernels().name << ", " << allCores().threads()
              << " threads\n";
    benchmark::RunSpecifiedBenchmarks();
}
