// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace likeness {

/// A photo that has to be indexed.
struct Todo {
    PhotoId photo;
    enum class File { AsKnown, Changed } file = File::AsKnown;
};

/// Photos that the scan found for the workers, in its order but for those that someone waits for. Not
/// bounded, so that the scan runs ahead and the time left is known early; 16 bytes a photo. Thread-safe.
class TodoList {
public:
    void add(Todo todo);

    /// From now on these photos come first, in their order, whether they are in the list already or are added
    /// later; not those of an earlier call.
    void putFirst(std::span<const PhotoId> photos);

    /// Waits for photos and takes at most `count`. Empty once the list is closed and used up.
    std::vector<Todo> take(std::size_t count);

    /// Nothing is added any more.
    void close();

    /// Closes the list and drops what is in it.
    void abandon();

private:
    void bringForward();

    std::mutex mutex_;
    std::condition_variable added_;
    std::deque<Todo> items_;
    std::unordered_map<PhotoId, std::size_t> first_; // where photos stand among those that come first
    bool firstChanged_ = false;                      // items_ may have photos of first_ that aren't in front
    bool closed_ = false;
};

} // namespace likeness
