// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace likeness {

/// `count` descriptors of `length` values each, one after the other.
struct DescriptorMatrix {
    std::span<const float> values;
    int count = 0;
    int length = 0;

    std::span<const float> row(int i) const {
        const auto columns = static_cast<std::size_t>(length);
        return values.subspan(static_cast<std::size_t>(i) * columns, columns);
    }
};

} // namespace likeness
