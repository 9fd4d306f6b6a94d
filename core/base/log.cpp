// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <utility>

namespace likeness {
namespace {

LogLevel lowestLevelShown() {
    const char* wanted = std::getenv("LIKENESS_LOG");
    return wanted != nullptr && std::string_view(wanted) == "debug" ? LogLevel::Debug : LogLevel::Warning;
}

void writeToStandardError(LogLevel level, std::string_view text) {
    static const LogLevel lowest = lowestLevelShown();
    static constexpr std::array<std::string_view, 4> labels{"debug", "info", "warning", "error"};
    if (level >= lowest)
        std::cerr << labels[static_cast<std::size_t>(level)] << ": " << text << '\n';
}

LogSink& currentSink() {
    static LogSink sink = writeToStandardError;
    return sink;
}

} // namespace

void log(LogLevel level, std::string_view text) {
    static std::mutex oneLineAtATime;
    std::lock_guard lock(oneLineAtATime);
    currentSink()(level, text);
}

void setLogSink(LogSink sink) {
    currentSink() = std::move(sink);
}

} // namespace likeness
