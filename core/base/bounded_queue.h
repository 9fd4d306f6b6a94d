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
        if (items_.empty())
            return std::nullopt;
        std::optional<T> item(std::move(items_.front()));
        items_.pop_front();
        roomMade_.notify_one();
        return item;
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
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable roomMade_;
    std::condition_variable itemAdded_;
    std::deque<T> items_;
    bool closed_ = false;
};

} // namespace likeness
