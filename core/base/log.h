// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace likeness {

enum class LogLevel { Debug, Info, Warning, Error };

using LogSink = std::function<void(LogLevel, std::string_view text)>;

/// Writes one line to the log. Thread-safe. The default sink writes warnings and errors to standard error;
/// LIKENESS_LOG=debug in the environment lets everything through.
void log(LogLevel level, std::string_view text);

/// Replaces the sink, for a program that shows or keeps its log elsewhere. Called before threads start.
void setLogSink(LogSink sink);

} // namespace likeness
