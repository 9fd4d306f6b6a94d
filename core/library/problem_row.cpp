// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/problem_row.h"

#include <nlohmann/json.hpp>

namespace likeness {

std::string argumentsJson(const Error& error) {
    return nlohmann::json(error.arguments).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Error errorOfRow(const std::string& codeName, const std::string& arguments, const std::string& text) {
    Error error{errorCodeFromName(codeName).value_or(ErrorCode::DecodeFailed), {}, text};
    const auto parsed = nlohmann::json::parse(arguments, nullptr, false);
    if (!parsed.is_array())
        return error;
    for (const auto& argument : parsed)
        if (argument.is_string())
            error.arguments.push_back(argument.get<std::string>());
    return error;
}

} // namespace likeness
