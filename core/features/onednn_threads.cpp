// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_threads.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

// Of GCC's OpenMP run-time library, which oneDNN runs on. omp.h belongs to the compiler, and not every
// compiler that reads this has one.
extern "C" {
int omp_get_max_threads(void);
int omp_get_num_procs(void);
void omp_set_num_threads(int count);
void GOMP_parallel(void (*work)(void*), void* data, unsigned threads, unsigned flags);
}

namespace likeness::onednn {
namespace {

/// Threads of a team wait for each other in a loop, for milliseconds before they sleep: ruinous where other
/// programs want the cores, too. The run-time library hardly loops where it has more threads than the machine
/// has cores. So this keeps a team of sleeping ones, as the loop can only be set in the environment of a
/// process, before it starts.
class SleepingTeam {
public:
    SleepingTeam() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return formed_; });
    }

private:
    void sleep(const std::stop_token& stop) {
        GOMP_parallel([](void*) {}, nullptr, static_cast<unsigned>(omp_get_num_procs()) + 1, 0);
        std::unique_lock lock(mutex_);
        formed_ = true;
        changed_.notify_all();
        changed_.wait(lock, stop, [] { return false; });
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool formed_ = false;
    std::jthread thread_{[this](const std::stop_token& stop) { sleep(stop); }};
};

} // namespace

Threads::Threads(int count) : before_(omp_get_max_threads()) {
    if (count > 1)
        static const SleepingTeam team;
    omp_set_num_threads(count);
}

Threads::~Threads() {
    omp_set_num_threads(before_);
}

} // namespace likeness::onednn
