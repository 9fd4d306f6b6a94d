// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_result.h"

#include <chrono>

namespace likeness {

/// Runs a step and adds what it took to `spent`.
template <typename Step>
auto timed(Milliseconds& spent, const Step& step) {
    const auto start = std::chrono::steady_clock::now();
    auto result = step();
    spent += std::chrono::steady_clock::now() - start;
    return result;
}

} // namespace likeness
