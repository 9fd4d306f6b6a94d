// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/worker_pool.h"

#include <algorithm>

namespace likeness {

WorkerPool::WorkerPool(unsigned threads) : helpers_(std::max(threads, 1U) - 1) {}

WorkerPool::~WorkerPool() = default;

void WorkerPool::startOnce() {
    while (threads_.size() < helpers_)
        threads_.emplace_back([this](const std::stop_token& stop) { help(stop); });
}

WorkerPool::Job* WorkerPool::openJob() {
    const auto job = std::ranges::find_if(jobs_, [](const Job& one) { return one.wanted > 0; });
    return job == jobs_.end() ? nullptr : &*job;
}

void WorkerPool::help(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (newJob_.wait(lock, stop, [this] { return openJob() != nullptr; })) {
        Job& job = *openJob();
        --job.wanted;
        ++job.running;
        lock.unlock();
        (*job.work)();
        lock.lock();
        if (--job.running == 0)
            finished_.notify_all();
    }
}

void WorkerPool::run(const std::function<void()>& work) {
    if (helpers_ == 0)
        return work();
    std::unique_lock lock(mutex_);
    startOnce();
    const auto job = jobs_.insert(jobs_.end(), {&work, helpers_, 0});
    lock.unlock();
    newJob_.notify_all();
    work();
    lock.lock();
    job->wanted = 0;
    finished_.wait(lock, [&] { return job->running == 0; });
    jobs_.erase(job);
}

std::shared_ptr<WorkerPool> sharedWorkerPool() {
    static std::mutex mutex;
    static std::weak_ptr<WorkerPool> shared;
    const std::lock_guard lock(mutex);
    auto pool = shared.lock();
    if (pool == nullptr)
        shared = pool = std::make_shared<WorkerPool>();
    return pool;
}

} // namespace likeness
