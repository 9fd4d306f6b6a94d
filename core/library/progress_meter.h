// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace likeness {

/// Rate of a run over its last seconds, with the time spent in pauses left out. Times are given by the
/// caller and never go back.
class ProgressMeter {
public:
    using Clock = std::chrono::steady_clock;

    explicit ProgressMeter(Clock::time_point start);

    void pause(Clock::time_point now);
    void resume(Clock::time_point now);
    /// `done` photos are done in all.
    void record(Clock::time_point now, std::int64_t done);

    /// 0 before anything is known.
    double photosPerSecond(Clock::time_point now) const;
    /// Empty where there is no rate yet.
    std::optional<std::chrono::seconds> timeLeft(Clock::time_point now, std::int64_t remaining) const;

    static constexpr std::chrono::seconds window{10};

private:
    struct Sample {
        Clock::duration at; // of working time
        std::int64_t done;
    };
    Clock::duration workingTime(Clock::time_point now) const;

    Clock::time_point start_;
    Clock::duration paused_{0};
    std::optional<Clock::time_point> pausedSince_;
    std::deque<Sample> samples_;
};

} // namespace likeness
