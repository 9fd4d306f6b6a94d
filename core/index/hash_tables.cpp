// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hash_tables.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace likeness {

HashTables::HashTables(std::span<const std::uint64_t> codes, int bits, const HashTableOptions& options)
    : keyBits_(options.keyBits) {
    assert(keyBits_ >= 1 && keyBits_ <= 20 && keyBits_ <= bits && options.tables >= 1);
    const auto words = (static_cast<std::size_t>(bits) + 63) / 64;
    const int lastStart = bits - keyBits_;
    for (int table = 0; table < options.tables; ++table)
        tables_.push_back(makeTable(codes, words, std::min(lastStart, bits * table / options.tables)));
}

HashTables::Table HashTables::makeTable(std::span<const std::uint64_t> codes, std::size_t words,
                                        int firstBit) const {
    const std::size_t rows = codes.size() / words;
    Table table{firstBit, std::vector<std::uint32_t>((std::size_t{1} << keyBits_) + 1),
                std::vector<std::uint32_t>(rows)};
    const auto keyOf = [&](std::size_t row) { return slice(codes.subspan(row * words, words), firstBit); };
    for (std::size_t row = 0; row < rows; ++row)
        ++table.begins[keyOf(row) + 1];
    std::partial_sum(table.begins.begin(), table.begins.end(), table.begins.begin());
    std::vector<std::uint32_t> next(table.begins.begin(), table.begins.end() - 1);
    for (std::size_t row = 0; row < rows; ++row)
        table.rows[next[keyOf(row)]++] = static_cast<std::uint32_t>(row);
    return table;
}

std::uint32_t HashTables::slice(std::span<const std::uint64_t> code, int firstBit) const {
    const auto word = static_cast<std::size_t>(firstBit) / 64;
    const auto shift = static_cast<unsigned>(firstBit) % 64;
    std::uint64_t value = code[word] >> shift;
    if (shift + static_cast<unsigned>(keyBits_) > 64)
        value |= code[word + 1] << (64 - shift);
    return static_cast<std::uint32_t>(value & ((std::uint64_t{1} << keyBits_) - 1));
}

std::uint32_t HashTables::key(std::span<const std::uint64_t> code, int table) const {
    return slice(code, tables_[static_cast<std::size_t>(table)].firstBit);
}

std::span<const std::uint32_t> HashTables::bucket(int table, std::uint32_t key) const {
    const Table& chosen = tables_[static_cast<std::size_t>(table)];
    return std::span(chosen.rows)
        .subspan(chosen.begins[key], chosen.begins[std::size_t{key} + 1] - chosen.begins[key]);
}

void HashTables::probe(int table, std::uint32_t key, int radius, int firstBit,
                       std::vector<std::uint32_t>& rows) const {
    const auto members = bucket(table, key);
    rows.insert(rows.end(), members.begin(), members.end());
    if (radius == 0)
        return;
    for (int bit = firstBit; bit < keyBits_; ++bit)
        probe(table, key ^ (std::uint32_t{1} << bit), radius - 1, bit + 1, rows);
}

std::vector<std::uint32_t> HashTables::candidates(std::span<const std::uint64_t> query, int radius) const {
    std::vector<std::uint32_t> rows;
    for (int table = 0; table < tables(); ++table)
        probe(table, key(query, table), radius, 0, rows);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace likeness
