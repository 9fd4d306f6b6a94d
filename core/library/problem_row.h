// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace likeness {

/// The arguments of an error as the column problem.arguments holds them: a JSON array of strings.
std::string argumentsJson(const Error& error);

/// The error of a row of the table problem. A code that is unknown here reads as DecodeFailed.
Error errorOfRow(const std::string& codeName, const std::string& arguments, const std::string& text);

} // namespace likeness
