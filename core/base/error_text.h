// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace likeness {

/// What a person is told about an error: what happened, with which file, and what to do. English, with %1,
/// %2, … for the arguments noted at the code. The window translates it in the context "ErrorText".
std::string_view errorTemplate(ErrorCode code);

/// The English text with its arguments filled in.
std::string errorText(const Error& error);

/// Fills in %1, %2, … of a template in any language.
std::string fillTemplate(std::string_view text, const std::vector<std::string>& arguments);

} // namespace likeness
