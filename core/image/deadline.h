// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/vips_library.h"

#include <chrono>

namespace likeness {

/// The moment at which one decode must be done.
class Deadline {
public:
    explicit Deadline(std::chrono::milliseconds fromNow) : end_(std::chrono::steady_clock::now() + fromNow) {}

    bool passed() const { return std::chrono::steady_clock::now() >= end_; }

    /// Makes whatever is computed from `image` fail once the deadline has passed. The deadline outlives it.
    void guard(VipsImage* image) const {
        vips_image_set_progress(image, TRUE);
        g_signal_connect(image, "eval", G_CALLBACK(&Deadline::stopIfPassed), const_cast<Deadline*>(this));
    }

private:
    static void stopIfPassed(VipsImage* image, VipsProgress*, void* deadline) {
        if (static_cast<const Deadline*>(deadline)->passed())
            vips_image_set_kill(image, TRUE);
    }

    std::chrono::steady_clock::time_point end_;
};

} // namespace likeness
