// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/todo_list.h"

#include <algorithm>
#include <utility>

namespace likeness {

void TodoList::add(Todo todo) {
    std::lock_guard lock(mutex_);
    if (closed_)
        return;
    items_.push_back(todo);
    firstChanged_ = firstChanged_ || first_.contains(todo.photo);
    added_.notify_one();
}

void TodoList::putFirst(std::span<const PhotoId> photos) {
    std::lock_guard lock(mutex_);
    first_.clear();
    for (const PhotoId photo : photos)
        first_.try_emplace(photo, first_.size());
    firstChanged_ = true;
}

std::vector<Todo> TodoList::take(std::size_t count) {
    std::unique_lock lock(mutex_);
    added_.wait(lock, [this] { return closed_ || !items_.empty(); });
    if (std::exchange(firstChanged_, false))
        bringForward();
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(std::min(count, items_.size()));
    std::vector<Todo> taken(items_.begin(), end);
    items_.erase(items_.begin(), end);
    return taken;
}

void TodoList::bringForward() {
    const auto rest = std::stable_partition(items_.begin(), items_.end(),
                                            [this](const Todo& todo) { return first_.contains(todo.photo); });
    std::sort(items_.begin(), rest,
              [this](const Todo& a, const Todo& b) { return first_.at(a.photo) < first_.at(b.photo); });
}

void TodoList::close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    added_.notify_all();
}

void TodoList::abandon() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    items_.clear();
    added_.notify_all();
}

} // namespace likeness
