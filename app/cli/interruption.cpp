// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <atomic>

namespace likeness::cli {
namespace {

// Lock-free, so a signal handler may set it and any thread may read it.
std::atomic<int> caughtSignal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void note(int signal) {
    caughtSignal = signal;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

} // namespace

Interruption::Interruption() {
    caughtSignal = 0;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, &formerInt_);
    sigaction(SIGTERM, &action, &formerTerm_);
}

Interruption::~Interruption() {
    sigaction(SIGINT, &formerInt_, nullptr);
    sigaction(SIGTERM, &formerTerm_, nullptr);
}

int Interruption::signal() const {
    return caughtSignal;
}

} // namespace likeness::cli
