// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// Which rows of an array that doesn't change still count.
class LiveRows {
public:
    explicit LiveRows(std::size_t rows) : rows_(rows) {}

    std::size_t count() const { return rows_ - dropped_; }

    bool contains(std::size_t row) const {
        return bits_.empty() || ((bits_[row / 64] >> (row % 64)) & 1U) != 0;
    }

    void drop(std::size_t row) {
        if (!contains(row))
            return;
        if (bits_.empty())
            bits_.assign((rows_ + 63) / 64, ~std::uint64_t{0});
        bits_[row / 64] &= ~(std::uint64_t{1} << (row % 64));
        ++dropped_;
    }

    /// As ScanOptions takes it: empty where no row was dropped.
    std::span<const std::uint64_t> bitmap() const { return bits_; }

private:
    std::size_t rows_;
    std::size_t dropped_ = 0;
    std::vector<std::uint64_t> bits_;
};

} // namespace likeness
