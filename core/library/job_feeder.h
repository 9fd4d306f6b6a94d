// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/base/result.h"
#include "core/library/code_set.h"
#include "core/library/database.h"
#include "core/library/index_job.h"
#include "core/library/todo_list.h"

#include <vector>

namespace likeness {

/// Turns what is to do into jobs, with all that the library knows of each photo. Works on a thread and a
/// connection of its own.
class JobFeeder {
public:
    JobFeeder(const Database& database, const CodeSetIds& ids) : database_(database), ids_(ids) {}

    /// Feeds `jobs` until the list is used up or the queue is closed. LibraryFailed.
    Result<void> feed(TodoList& todos, BoundedQueue<IndexJob>& jobs) const;

private:
    Result<std::vector<IndexJob>> load(const std::vector<Todo>& todos) const;

    const Database& database_;
    CodeSetIds ids_;
};

} // namespace likeness
