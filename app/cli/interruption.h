// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace likeness::cli {

/// While it lives, the first SIGINT or SIGTERM is noted instead of ending the program, and a second one ends
/// it at once. One at a time.
class Interruption {
public:
    Interruption();
    /// Puts the former handlers back.
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    Interruption(Interruption&&) = delete;
    Interruption& operator=(Interruption&&) = delete;

    /// The signal that came, or 0. Any thread.
    int signal() const;

private:
    struct sigaction formerInt_ {};
    struct sigaction formerTerm_ {};
};

} // namespace likeness::cli
