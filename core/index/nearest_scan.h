// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/worker_pool.h"
#include "core/hashing/hash_code.h"
#include "core/index/hamming_kernels.h"
#include "core/index/top_k.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// How a scan is run.
struct ScanOptions {
    /// Helps where there is much to read; none: the calling thread alone.
    WorkerPool* pool = nullptr;
    /// Row i is looked at where bit i % 64 of rows[i / 64] is set; empty: all rows.
    std::span<const std::uint64_t> rows = {};
    const HammingKernels& kernels = hammingKernels();
};

/// Codes of one length, one row each, one after the other.
struct CodeRows {
    std::span<const std::uint64_t> words;
    int bits = 0;

    std::size_t size() const { return bits == 0 ? 0 : words.size() / wordsForBits(bits); }
};

/// Window codes of photos, one row per photo: the windows of row i are codes starts[i] to starts[i + 1] - 1.
/// Each row has at least one.
struct WindowRows {
    CodeRows codes;
    std::span<const std::size_t> starts; // one more than rows, or empty

    std::size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
};

/// The k rows nearest to the query by Hamming distance, nearest first, ties by row. Exact.
std::vector<Neighbour> nearestCodes(const CodeRows& codes, const HashCode& query, std::size_t k,
                                    const ScanOptions& options = {});

/// The same for each of several queries; the codes are read once for many of them.
std::vector<std::vector<Neighbour>> nearestCodesOfEach(const CodeRows& codes,
                                                       std::span<const HashCode> queries, std::size_t k,
                                                       const ScanOptions& options = {});

/// The k nearest rows. A row's distance is that of its nearest window; with several queries (at most 63), the
/// sum over them.
std::vector<Neighbour> nearestWindows(const WindowRows& windows, std::span<const HashCode> queries,
                                      std::size_t k, const ScanOptions& options = {});

} // namespace likeness
