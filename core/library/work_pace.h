// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace likeness {

/// How much of the machine an indexing run takes. Gentle: one worker, which rests as long as it works, so
/// that the fan stays quiet, a battery lasts, and other programs have the cores.
enum class Pace { Full, Gentle };

/// Lets the workers of a run work at the pace that was last set. Thread-safe.
class WorkPace {
public:
    using Clock = std::chrono::steady_clock;

    explicit WorkPace(Pace pace) : pace_(pace) {}

    void set(Pace pace) {
        std::lock_guard lock(mutex_);
        pace_ = pace;
        changed_.notify_all();
    }
    Pace pace() const {
        std::lock_guard lock(mutex_);
        return pace_;
    }

    /// Nothing is left to do: nobody waits any more.
    void end() {
        std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    /// Returns when the worker may take its next job, after one that took `worked`; or when the work is to
    /// stop.
    void wait(int worker, Clock::duration worked, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        const auto isFree = [this] { return ended_ || pace_ == Pace::Full; };
        if (worker > 0)
            changed_.wait(lock, stop, isFree);
        else
            changed_.wait_for(lock, stop, worked, isFree);
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Pace pace_;
    bool ended_ = false;
};

} // namespace likeness
