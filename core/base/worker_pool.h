// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace likeness {

/// Threads that wait for short work, such as a search. They start with the first work and are joined by the
/// destructor. Thread-safe: work of several callers runs side by side.
class WorkerPool {
public:
    /// `threads` counts the caller's own; 1 makes no others.
    explicit WorkerPool(unsigned threads = std::thread::hardware_concurrency());
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    unsigned threads() const { return helpers_ + 1; }

    /// Calls work() on the calling thread and on each thread that is idle, and returns when all have
    /// finished. The calls share out what there is to do, for example by an atomic counter; a helper may come
    /// when nothing is left. `work` must not throw.
    void run(const std::function<void()>& work);

private:
    struct Job {
        const std::function<void()>* work = nullptr;
        unsigned wanted = 0;  // helpers that may still join
        unsigned running = 0; // helpers that have joined and not finished
    };

    void startOnce();
    void help(const std::stop_token& stop);
    /// The first job that wants helpers.
    Job* openJob();

    const unsigned helpers_;
    std::mutex mutex_;
    std::condition_variable_any newJob_;
    std::condition_variable finished_;
    std::list<Job> jobs_;
    std::vector<std::jthread> threads_; // last: joined before the rest goes
};

/// The pool of all cores that indexes share; it lives as long as one of them holds it.
std::shared_ptr<WorkerPool> sharedWorkerPool();

} // namespace likeness
