// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace likeness {

/// Where threads wait while their work is paused. Thread-safe; open at first.
class PauseGate {
public:
    void close() { set(State::Closed); }
    void open() { set(State::Open); }

    bool isClosed() const {
        std::lock_guard lock(mutex_);
        return state_ == State::Closed;
    }

    /// Returns when the gate is open, or the work is to stop.
    void pass(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, stop, [this] { return state_ == State::Open; });
    }

private:
    enum class State { Open, Closed };

    void set(State state) {
        std::lock_guard lock(mutex_);
        state_ = state;
        opened_.notify_all();
    }

    mutable std::mutex mutex_;
    std::condition_variable_any opened_;
    State state_ = State::Open;
};

} // namespace likeness
