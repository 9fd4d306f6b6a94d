// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/progress_meter.h"

#include <cmath>

namespace likeness {

ProgressMeter::ProgressMeter(Clock::time_point start)
    : start_(start), samples_{{Clock::duration::zero(), 0}} {}

void ProgressMeter::pause(Clock::time_point now) {
    if (!pausedSince_)
        pausedSince_ = now;
}

void ProgressMeter::resume(Clock::time_point now) {
    if (pausedSince_)
        paused_ += now - *pausedSince_;
    pausedSince_.reset();
}

void ProgressMeter::record(Clock::time_point now, std::int64_t done) {
    const Clock::duration at = workingTime(now);
    samples_.push_back({at, done});
    while (samples_.size() > 2 && samples_[1].at <= at - window)
        samples_.pop_front();
}

double ProgressMeter::photosPerSecond(Clock::time_point now) const {
    const Sample& first = samples_.front();
    const std::chrono::duration<double> time = workingTime(now) - first.at;
    const std::int64_t done = samples_.back().done - first.done;
    return time.count() > 0 ? static_cast<double>(done) / time.count() : 0.0;
}

std::optional<std::chrono::seconds> ProgressMeter::timeLeft(Clock::time_point now,
                                                            std::int64_t remaining) const {
    const double rate = photosPerSecond(now);
    if (rate <= 0)
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(static_cast<double>(remaining) / rate)));
}

ProgressMeter::Clock::duration ProgressMeter::workingTime(Clock::time_point now) const {
    return (pausedSince_ ? *pausedSince_ : now) - start_ - paused_;
}

} // namespace likeness
