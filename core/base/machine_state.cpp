// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/machine_state.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

namespace likeness {
namespace {

std::string firstLine(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

} // namespace

bool isOnBattery(const std::filesystem::path& supplies) {
    std::error_code noFolder;
    bool hasMains = false;
    for (const auto& entry : std::filesystem::directory_iterator(supplies, noFolder)) {
        if (firstLine(entry.path() / "type") != "Mains")
            continue;
        hasMains = true;
        if (firstLine(entry.path() / "online") == "1")
            return false;
    }
    return hasMains;
}

std::optional<double> OtherPrograms::share() {
    const auto now = read();
    const auto before = std::exchange(last_, now);
    if (!now || !before || now->all <= before->all)
        return std::nullopt;
    const auto busy = static_cast<double>(now->busy - before->busy - (now->own - before->own));
    return std::clamp(busy / static_cast<double>(now->all - before->all), 0.0, 1.0);
}

std::optional<OtherPrograms::Ticks> OtherPrograms::read() const {
    // cpu user nice system idle iowait irq softirq steal ...
    std::istringstream machine(firstLine(proc_ / "stat"));
    std::string name;
    machine >> name;
    Ticks ticks;
    std::int64_t value = 0;
    for (int field = 0; field < 8 && machine >> value; ++field) {
        ticks.all += value;
        if (field != 3 && field != 4)
            ticks.busy += value;
    }
    // The name in brackets may hold anything; utime and stime are the 12th and 13th field after it.
    const std::string own = firstLine(proc_ / "self" / "stat");
    const std::size_t nameEnd = own.rfind(')');
    std::istringstream process(nameEnd == std::string::npos ? std::string() : own.substr(nameEnd + 1));
    std::string skipped;
    for (int field = 0; field < 11; ++field)
        process >> skipped;
    std::int64_t user = 0;
    std::int64_t system = 0;
    if (ticks.all == 0 || !(process >> user >> system))
        return std::nullopt;
    ticks.own = user + system;
    return ticks;
}

} // namespace likeness
