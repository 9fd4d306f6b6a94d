// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

struct HashTableOptions {
    int tables = 8;
    int keyBits = 16; // 1 to 20, and not more than the code has
};

/// Bucket look-up for codes: each table's key is a slice of the code, and a bucket holds the rows of equal
/// key (locality-sensitive hashing: Indyk and Motwani 1998; slices of a binary code: Norouzi, Punjani and
/// Fleet 2012). Gives candidates without looking at all codes; their distances are still to be computed.
/// Where tables * keyBits <= bits the slices don't overlap, and with probes of radius r every code within
/// (r + 1) * tables - 1 bits of the query is among the candidates. Built once; immutable and thread-safe.
class HashTables {
public:
    /// Codes of `bits` bits stand one after the other, as scanHamming takes them.
    HashTables(std::span<const std::uint64_t> codes, int bits, const HashTableOptions& options);

    int tables() const { return static_cast<int>(tables_.size()); }

    /// The key of a code in a table.
    std::uint32_t key(std::span<const std::uint64_t> code, int table) const;

    /// The rows in the bucket of a key.
    std::span<const std::uint32_t> bucket(int table, std::uint32_t key) const;

    /// Rows in ascending order whose key differs from the query's in at most `radius` bits in some table
    /// (multi-probe).
    std::vector<std::uint32_t> candidates(std::span<const std::uint64_t> query, int radius = 0) const;

private:
    struct Table {
        int firstBit = 0;
        std::vector<std::uint32_t> begins; // of each key's bucket in `rows`, and the end of the last
        std::vector<std::uint32_t> rows;
    };

    Table makeTable(std::span<const std::uint64_t> codes, std::size_t words, int firstBit) const;
    std::uint32_t slice(std::span<const std::uint64_t> code, int firstBit) const;
    /// Appends the buckets of all keys that differ from `key` in at most `radius` bits, from `firstBit` on.
    void probe(int table, std::uint32_t key, int radius, int firstBit,
               std::vector<std::uint32_t>& rows) const;

    int keyBits_;
    std::vector<Table> tables_;
};

} // namespace likeness
