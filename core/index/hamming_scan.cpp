// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_scan.h"

#include "core/index/hamming_kernels.h"

#include <cassert>

namespace likeness {

void scanHamming(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                 std::span<std::uint16_t> distances) {
    assert(codes.size() == query.size() * distances.size());
    hammingKernels().distances(codes, query, distances);
}

} // namespace likeness
