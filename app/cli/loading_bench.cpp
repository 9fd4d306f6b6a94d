// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/loading_bench.h"

#include "core/base/file_descriptor.h"
#include "core/evaluation/statistics.h"
#include "core/library/code_snapshot.h"
#include "core/library/index_loading.h"
#include "core/search/timed.h"

#include <cstdint>
#include <fcntl.h>
#include <numeric>
#include <unistd.h>
#include <vector>

namespace likeness::cli {
namespace {

constexpr std::size_t rounds = 5;

/// The sum of the file's 64-bit words, so that no byte is left out.
std::uint64_t sumOf(const std::filesystem::path& file) {
    const FileDescriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    std::vector<std::uint64_t> piece(std::size_t{1} << 17U);
    std::uint64_t sum = 0;
    for (;;) {
        const ssize_t count = ::read(input.get(), piece.data(), piece.size() * sizeof(std::uint64_t));
        if (count <= 0)
            return sum;
        sum = std::accumulate(piece.begin(), piece.begin() + count / 8, sum);
    }
}

} // namespace

Result<LoadingTime> measureLoading(const Database& database, const Recipe& recipe) {
    const auto snapshot = openCodeSnapshot(database, recipe);
    if (!snapshot)
        return snapshot.error();
    std::vector<double> loads; // milliseconds
    std::vector<double> reads;
    std::uint64_t sum = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        Milliseconds load{0};
        if (const auto loaded = timed(load, [&] { return loadIndexes(database, recipe); }); !loaded)
            return loaded.error();
        loads.push_back(load.count());
        Milliseconds read{0};
        if (*snapshot)
            sum += timed(read, [&] { return sumOf(codeSnapshotFile(database.file())); });
        reads.push_back(read.count());
    }
    volatile std::uint64_t kept = sum; // so that the reading isn't left out
    static_cast<void>(kept);
    return LoadingTime{Milliseconds(quantile(loads, .5)), Milliseconds(quantile(reads, .5)),
                       snapshot->has_value()};
}

} // namespace likeness::cli
