// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/hash_tables.h"
#include "core/index/nearest_scan.h"

#include <cstdint>
#include <vector>

namespace likeness {

/// Two rows, first < second, and their Hamming distance.
struct NearPair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    int distance = 0;
    bool operator==(const NearPair&) const = default;
};

/// All pairs of codes that differ in at most `radius` bits, by first row, then by second. Exact, without
/// comparing all with all: of radius + 1 slices of the code such a pair has at least one in common
/// (multi-index hashing: Norouzi, Punjani and Fleet 2012). Pays while slices have some bits: up to a radius
/// of about bits / 16. On the threads of the pool, where there is one; options.rows is not looked at.
std::vector<NearPair> nearPairs(const CodeRows& codes, int radius, const ScanOptions& options = {});

/// All rows within the radius of the query, nearest first, ties by row; exact. `tables` are those of the
/// codes, and their slices don't overlap (tables * keyBits <= bits).
std::vector<Neighbour> rowsWithin(const HashTables& tables, const CodeRows& codes, const HashCode& query,
                                  int radius);

} // namespace likeness
