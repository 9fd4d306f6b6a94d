// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace likeness::cli {

/// A reader that went away (a broken pipe) no longer ends the program; see outputWasLost. Called first in
/// main.
void surviveBrokenPipe();

/// One line on standard output.
void printLine(std::string_view text);
/// Indented JSON on standard output, keys in the order in which they were set. Bytes that are not UTF-8
/// become U+FFFD.
void printJson(const nlohmann::ordered_json& value);
/// One line on standard error.
void printNote(std::string_view text);
/// Tells on standard error what happened and what to do; returns the exit code.
int fail(const Error& error);

/// Flushes standard output; true where text could not be written for another reason than a broken pipe.
bool outputWasLost();

/// "1 photo", "2 photos".
std::string counted(std::int64_t count, std::string_view noun);

/// A number with so many decimals.
std::string decimal(double value, int decimals);

/// Rounded to so many decimals, for JSON.
double rounded(double value, int decimals);

} // namespace likeness::cli
