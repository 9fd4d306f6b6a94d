// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace likeness {

/// First-in, first-out queue between threads that holds at most `capacity` items: a fast producer waits for a
/// slow consumer, so memory doesn't grow with the work. Thread-safe.
template <typename T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False, and the item is dropped, once the queue is closed.
    bool push(T item) {
        std::unique_lock lock(mutex_);
        roomMade_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
        if (closed_)
            return false;
        items_.push_back(std::move(item));
        itemAdded_.notify_one();
        return true;
    }

    /// Waits for an item. Empty once the queue is closed and every item was taken.
    std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        itemAdded_.wait(lock, [this] { return closed_ || !items_.empty(); });
        return takeFirst();
    }

    /// The same, but waits no longer than to `deadline`: empty then too; finished() tells which it was.
    std::optional<T> popUntil(std::chrono::steady_clock::time_point deadline) {
        std::unique_lock lock(mutex_);
        itemAdded_.wait_until(lock, deadline, [this] { return closed_ || !items_.empty(); });
        return takeFirst();
    }

    /// True once the queue is closed and every item was taken.
    bool finished() const {
        std::lock_guard lock(mutex_);
        return closed_ && items_.empty();
    }

    /// No item goes in any more; those that are in can still be taken.
    void close() {
        std::lock_guard lock(mutex_);
        closed_ = true;
        roomMade_.notify_all();
        itemAdded_.notify_all();
    }

    /// Closes the queue and drops what is in it.
    void abandon() {
        std::lock_guard lock(mutex_);
        closed_ = true;
        items_.clear();
        roomMade_.notify_all();
        itemAdded_.notify_all();
    }

private:
    std::optional<T> takeFirst() {
        if (items_.empty())
            return std::nullopt;
        std::optional<T> item(std::move(items_.front()));
        items_.pop_front();
        roomMade_.notify_one();
        return item;
    }

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable roomMade_;
    std::condition_variable itemAdded_;
    std::deque<T> items_;
    bool closed_ = false;
};

} // namespace likeness
