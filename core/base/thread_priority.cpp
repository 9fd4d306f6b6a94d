// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace likeness {

void giveWayToOthers() {
    constexpr int nice = 10;
    // On Linux the nice value is the thread's own (setpriority(2), notes). Raising it is always allowed.
    const auto thread = static_cast<id_t>(::syscall(SYS_gettid));
    if (::getpriority(PRIO_PROCESS, thread) < nice)
        ::setpriority(PRIO_PROCESS, thread, nice);
}

} // namespace likeness
