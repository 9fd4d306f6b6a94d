// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace likeness {

struct DuplicateProgress {
    enum class Phase {
        Reading,   // photos
        Proposing, // pairs of photos that may be alike
        Comparing, // pairs, pixel by pixel
    } phase = Phase::Reading;
    std::size_t done = 0;
    std::size_t total = 0;
};

/// How a long run is watched and ended.
struct DuplicateRun {
    std::stop_token stop;
    /// Called on any thread of the run, one call at a time; may be empty.
    std::function<void(const DuplicateProgress&)> progress;
};

} // namespace likeness
