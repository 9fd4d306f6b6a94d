// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// The asymmetric similarity of one query with many codes (Gordo, Perronnin, Gong and Lazebnik 2014; see
/// rerank_score.h), by table look-up: what each byte of a code adds is summed up once for all its 256 values.
class AsymmetricTable {
public:
    /// One real value per bit.
    explicit AsymmetricTable(std::span<const float> projected);

    /// -1 to 1; 0 for a zero projection. `words` are those of a code of as many bits.
    float similarity(std::span<const std::uint64_t> words) const;

private:
    std::vector<float> sums_; // 256 for each byte of a code
};

} // namespace likeness
