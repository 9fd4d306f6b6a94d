// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/temporary_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace likeness {

TemporaryFolder::TemporaryFolder(std::string_view name) {
    std::error_code error;
    const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
    std::string pattern = (parent / (std::string(name) + "-XXXXXX")).native();
    if (!error && ::mkdtemp(pattern.data()) != nullptr)
        path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored; // what can't be removed is left to the system
    if (!path_.empty())
        std::filesystem::remove_all(path_, ignored);
}

} // namespace likeness
