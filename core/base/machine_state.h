// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

namespace likeness {

/// True where a mains adapter is known and none is plugged in. `supplies` is a folder laid out as Linux's
/// /sys/class/power_supply (kernel documentation, ABI/testing/sysfs-class-power).
bool isOnBattery(const std::filesystem::path& supplies = "/sys/class/power_supply");

/// Tells how busy other programs keep the machine, from one call to the next.
class OtherPrograms {
public:
    /// `proc` is laid out as /proc (proc(5)).
    explicit OtherPrograms(std::filesystem::path proc = "/proc") : proc_(std::move(proc)) {}

    /// The share of all cores' time since the last call that others than this process used, 0 to 1; nothing
    /// at the first call, or where the system doesn't tell.
    std::optional<double> share();

private:
    struct Ticks {
        std::int64_t all = 0;
        std::int64_t busy = 0;
        std::int64_t own = 0;
    };
    std::optional<Ticks> read() const;

    std::filesystem::path proc_;
    std::optional<Ticks> last_;
};

} // namespace likeness
