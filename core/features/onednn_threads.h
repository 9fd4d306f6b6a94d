// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::onednn {

/// While it lives, what oneDNN computes for the calling thread uses so many threads; one uses no thread but
/// the caller's. They wait for each other in a loop while other programs leave them cores enough, else
/// asleep.
class Threads {
public:
    explicit Threads(int count);
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    Threads(Threads&&) = delete;
    Threads& operator=(Threads&&) = delete;

private:
    int before_;
};

} // namespace likeness::onednn
