// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/library/pause_gate.h"
#include "core/library/todo_list.h"
#include "core/library/work_pace.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace likeness {

/// What the threads of one indexing run share. Thread-safe.
class IndexRunState {
public:
    explicit IndexRunState(Pace atStart) : pace(atStart) {}

    PauseGate gate;
    WorkPace pace;
    TodoList todos;
    std::atomic<std::int64_t> found = 0;
    std::atomic<std::int64_t> toIndex = 0;
    std::atomic<std::int64_t> unchanged = 0;
    std::atomic<std::int64_t> moved = 0;
    std::atomic<std::int64_t> missing = 0;
    std::atomic<bool> photosChanged = false; // since the observer was told last
    std::atomic<bool> scanEnded = false;

    std::stop_token stopToken() const { return stop_.get_token(); }
    bool stopping() const { return stop_.stop_requested(); }
    void stop() { stop_.request_stop(); }

    /// Ends the run with an error; the first one counts.
    void fail(Error error) {
        {
            std::lock_guard lock(mutex_);
            if (!error_)
                error_ = std::move(error);
        }
        stop();
    }
    std::optional<Error> error() const {
        std::lock_guard lock(mutex_);
        return error_;
    }

    /// Says which engine was taken in place of the wanted one; the same for all workers.
    void setNotice(std::string notice) {
        std::lock_guard lock(mutex_);
        notice_ = std::move(notice);
    }
    std::string notice() const {
        std::lock_guard lock(mutex_);
        return notice_;
    }

private:
    std::stop_source stop_;
    mutable std::mutex mutex_;
    std::optional<Error> error_;
    std::string notice_;
};

} // namespace likeness
