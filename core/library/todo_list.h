// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace likeness {

/// A photo that has to be indexed.
struct Todo {
    PhotoId photo;
    enum class File { AsKnown, Changed } file = File::AsKnown;
};

/// Photos that the scan found for the workers. Not bounded, so that the scan runs ahead and the time left is
/// known early; 16 bytes a photo. Thread-safe.
class TodoList {
public:
    void add(Todo todo) {
        std::lock_guard lock(mutex_);
        if (!closed_)
            items_.push_back(todo);
        added_.notify_one();
    }

    /// Waits for photos and takes at most `count`. Empty once the list is closed and used up.
    std::vector<Todo> take(std::size_t count) {
        std::unique_lock lock(mutex_);
        added_.wait(lock, [this] { return closed_ || !items_.empty(); });
        const auto end = items_.begin() + static_cast<std::ptrdiff_t>(std::min(count, items_.size()));
        std::vector<Todo> taken(items_.begin(), end);
        items_.erase(items_.begin(), end);
        return taken;
    }

    /// Nothing is added any more.
    void close() {
        std::lock_guard lock(mutex_);
        closed_ = true;
        added_.notify_all();
    }

    /// Closes the list and drops what is in it.
    void abandon() {
        std::lock_guard lock(mutex_);
        closed_ = true;
        items_.clear();
        added_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable added_;
    std::deque<Todo> items_;
    bool closed_ = false;
};

} // namespace likeness
