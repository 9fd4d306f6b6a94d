// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace likeness {

/// distances[i] = number of bits in which code i of `codes` differs from `query`. Codes stand one after the
/// other, query.size() words each; distances.size() is their number.
void scanHamming(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                 std::span<std::uint16_t> distances);

} // namespace likeness
