// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>

namespace likeness {

/// Lets one thread pause, resume and cancel work on another. Thread-safe.
class ExperimentControl {
public:
    void pause() { set(State::Paused); }
    void resume() { set(State::Running); }
    /// For good; also ends a pause.
    void cancel() { set(State::Cancelled); }

    /// Called by the work now and then: waits while it is paused. False once it is cancelled.
    bool mayGoOn() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return state_ != State::Paused; });
        return state_ == State::Running;
    }

private:
    enum class State { Running, Paused, Cancelled };
    void set(State state) {
        const std::lock_guard lock(mutex_);
        if (state_ != State::Cancelled)
            state_ = state;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    State state_ = State::Running;
};

} // namespace likeness
