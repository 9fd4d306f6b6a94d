// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/data_folder.h"

#include <cstdlib>

namespace likeness {

std::filesystem::path dataFolder() {
    const auto variable = [](const char* name) -> std::filesystem::path {
        const char* value = std::getenv(name);
        return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
    };
    std::filesystem::path data = variable("XDG_DATA_HOME");
    if (!data.is_absolute())
        data = variable("HOME") / ".local" / "share";
    return data / "likeness";
}

} // namespace likeness
