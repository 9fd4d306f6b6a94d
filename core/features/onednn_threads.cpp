// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_threads.h"

#include "core/base/machine_state.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
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

/// Threads of a team wait for each other in a loop, for milliseconds before they sleep: quick where cores are
/// idle, ruinous where other programs want them. The run-time library hardly loops where it has more threads
/// than the machine has cores; the loop can be set otherwise in the environment of a process alone, before it
/// starts. So while one of these lives, which has so many sleeping threads, those that wait sleep, too.
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

/// How the threads of a pass wait for each other, by what other programs used lately.
class WaitingManner {
public:
    void chooseFor(int threads) {
        const std::scoped_lock lock(mutex_);
        const auto now = Clock::now();
        constexpr std::chrono::milliseconds between(200); // the system counts in steps of 10
        if (looked_ && now - *looked_ < between)
            return;
        looked_ = now;
        if (leaveCoresFor(threads))
            sleeping_.reset();
        else if (!sleeping_)
            sleeping_.emplace();
    }

private:
    using Clock = std::chrono::steady_clock;

    bool leaveCoresFor(int threads) {
        constexpr double halfACore = .5;
        const auto share = others_.share();
        const int cores = omp_get_num_procs();
        return share && *share * cores + threads <= cores + halfACore;
    }

    std::mutex mutex_;
    OtherPrograms others_;
    std::optional<Clock::time_point> looked_;
    std::optional<SleepingTeam> sleeping_;
};

} // namespace

Threads::Threads(int count) : before_(omp_get_max_threads()) {
    static WaitingManner manner;
    if (count > 1)
        manner.chooseFor(count);
    omp_set_num_threads(count);
}

Threads::~Threads() {
    omp_set_num_threads(before_);
}

} // namespace likeness::onednn
