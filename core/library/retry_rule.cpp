// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/retry_rule.h"

#include <charconv>
#include <unistd.h>

namespace likeness {
namespace {

/// The argument as a number, 0 where it is none.
double number(const Error& error, std::size_t index) {
    double value = 0;
    if (index < error.arguments.size()) {
        const std::string& text = error.arguments[index];
        std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return value;
}

} // namespace

bool isWorthRetrying(const Error& problem, const std::filesystem::path& file, const DecodeLimits& limits) {
    switch (problem.code) {
    case ErrorCode::FileNotReadable:
        return ::access(file.c_str(), R_OK) == 0;
    case ErrorCode::FileTooLarge:
        return number(problem, 1) <= static_cast<double>(limits.maxBytes);
    case ErrorCode::TooManyPixels:
        return number(problem, 1) * number(problem, 2) <= static_cast<double>(limits.maxPixels);
    case ErrorCode::DecodeTimeout:
        return std::chrono::duration<double>(number(problem, 1)) < limits.timeout;
    default:
        return false;
    }
}

} // namespace likeness
