// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/worker_pool.h"
#include "core/duplicates/run_control.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>

namespace likeness {

/// Shares `count` tasks out among the threads of the pool, in runs of `grain` neighbours, and tells how far
/// it is about ten times a second. `makeTask` is called once on each thread and returns what does task i
/// there. Ends early when the run is stopped.
template <typename MakeTask>
void shareWork(WorkerPool& pool, std::size_t count, std::size_t grain, DuplicateProgress::Phase phase,
               const DuplicateRun& run, const MakeTask& makeTask) {
    using Clock = std::chrono::steady_clock;
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    Clock::time_point told;
    std::mutex mutex; // of done, told and the call of progress
    const auto tell = [&](std::size_t finished) {
        const std::lock_guard lock(mutex);
        done += finished;
        const auto now = Clock::now();
        if (!run.progress || (done < count && now - told < std::chrono::milliseconds(100)))
            return;
        told = now;
        run.progress({phase, done, count});
    };
    pool.run([&] {
        auto task = makeTask();
        for (std::size_t first = next.fetch_add(grain); first < count && !run.stop.stop_requested();
             first = next.fetch_add(grain)) {
            const std::size_t end = std::min(count, first + grain);
            for (std::size_t i = first; i < end; ++i)
                task(i);
            tell(end - first);
        }
    });
}

} // namespace likeness
