// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace likeness::ui {

/// How one list becomes another: `removed` rows from `first` on make place for `inserted` ones.
struct RowChange {
    int first = 0;
    int removed = 0;
    int inserted = 0;
};

/// Rows before and after what differs stay, so that selection and scroll position survive a refresh.
template <typename T>
RowChange rowChange(const std::vector<T>& before, const std::vector<T>& after) {
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto first = a - before.begin();
    auto tail = std::ptrdiff_t{0};
    const auto most = std::min(before.end() - a, after.end() - b);
    while (tail < most && *(before.end() - 1 - tail) == *(after.end() - 1 - tail))
        ++tail;
    return {static_cast<int>(first), static_cast<int>(before.end() - a - tail),
            static_cast<int>(after.end() - b - tail)};
}

} // namespace likeness::ui
